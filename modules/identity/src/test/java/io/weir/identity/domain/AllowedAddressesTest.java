package io.weir.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AllowedAddressesTest {
    @Test
    void anEmptyListAllowsEverywhereAndAnyOtherOnlyItself() {
        assertThat(AllowedAddresses.ANYWHERE.admit("")).isTrue();
        var kept = AllowedAddresses.kept("10.0.0.0/8,2001:db8::/32");
        assertThat(kept.admit("10.9.8.7")).isTrue();
        assertThat(kept.admit("2001:db8::5")).isTrue();
        assertThat(kept.admit("11.0.0.1")).isFalse();
        assertThat(kept.admit("")).isFalse();
        assertThat(AllowedAddresses.of(List.of(" 10.0.0.0/8 ", "2001:db8::/32"), new Complaints()).column()).isEqualTo(
                "10.0.0.0/8,2001:db8::/32");
    }
}
