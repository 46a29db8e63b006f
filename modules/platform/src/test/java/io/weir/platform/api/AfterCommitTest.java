package io.weir.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class AfterCommitTest {
    @Test
    void without_a_transaction_there_is_nothing_to_wait_for() {
        var done = new ArrayList<String>();
        new AfterCommit().run(() -> done.add("forgotten"));
        assertThat(done).containsExactly("forgotten");
    }
}
