package io.weir.platform.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.kernel.api.TenantId;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class TenantBindingTest {
    private static final TenantId ONE = new TenantId(Ids.next());
    private static final TenantId OTHER = new TenantId(Ids.next());

    @Test
    void nothingIsBoundByItself() {
        assertThat(TenantBinding.orNull()).isNull();
        assertThatThrownBy(TenantBinding::require).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aBindingLastsAsLongAsTheCallAndNests() {
        var seen = TenantBinding.call(ONE, () -> {
            assertThat(TenantBinding.<TenantId>call(OTHER, TenantBinding::require)).isEqualTo(OTHER);
            return TenantBinding.require();
        });
        assertThat(seen).isEqualTo(ONE);
        assertThat(TenantBinding.orNull()).isNull();
    }

    @Test
    void aFailureLeavesNoBindingBehind() {
        assertThatThrownBy(() -> TenantBinding.enter(ONE, () -> {
            throw new IOException("gone");
        })).isInstanceOf(IOException.class);
        assertThat(TenantBinding.orNull()).isNull();
    }

    @Test
    void outsideTransactionsTenantsMayFollowEachOther() throws Exception {
        var inner = TenantBinding.enter(ONE, () -> TenantBinding.enter(OTHER, TenantBinding::require));
        assertThat(inner).isEqualTo(OTHER);
    }
}
