package io.weir.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {
    @ParameterizedTest
    @CsvSource({
        "203.0.113.0/24, 203.0.113.0, true", "203.0.113.0/24, 203.0.113.255, true",
        "203.0.113.0/24, 203.0.114.0, false", "203.0.113.77/24, 203.0.113.1, true", "203.0.113.7, 203.0.113.7, true",
        "203.0.113.7, 203.0.113.8, false", "203.0.113.128/25, 203.0.113.127, false",
        "203.0.113.128/25, 203.0.113.200, true", "10.0.0.0/31, 10.0.0.1, true", "0.0.0.0/0, 8.8.8.8, true",
        "0.0.0.0/0, ::1, false", "::/0, 8.8.8.8, false", "::/0, 2001:db8::1, true",
        "2001:db8::/32, 2001:db8:ffff::1, true", "2001:db8::/32, 2001:db9::1, false",
        "2001:db8::/33, 2001:db8:8000::1, false", "::1, 0:0:0:0:0:0:0:1, true",
        "192.0.2.0/24, ::ffff:192.0.2.9, true", "192.0.2.0/24, localhost, false", "192.0.2.0/24, '', false"})
    void containsItsAddresses(String range, String address, boolean inside) {
        assertThat(AddressRange.read(range).orElseThrow().contains(address)).isEqualTo(inside);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "/", "localhost", "example.com/24", "1.2.3/8", "1.2.3.4.5", "1.2.3.256", "1.2.3.4/33", "1.2.3.4/-1",
        "1.2.3.4/", "1.2.3.4/08", "1.2.3.4/8/8", "::/129", ":::", "2001:db8::g", "fe80::1%eth0", "01.2.3.4",
        "dead.beef", "1.2.3.4."})
    void refusesWhatIsNone(String text) {
        assertThat(AddressRange.read(text)).isEmpty();
    }

    @Test
    void neighbourhoodIsOneV4AddressOrAV6Network() {
        assertThat(AddressRange.neighbourhood("203.0.113.7")).isNotEqualTo(AddressRange.neighbourhood("203.0.113.8"));
        assertThat(AddressRange.neighbourhood("2001:db8:1:2::7"))
                .isEqualTo(AddressRange.neighbourhood("2001:db8:1:2:ffff::8"));
        assertThat(AddressRange.neighbourhood("2001:db8:1:2::7"))
                .isNotEqualTo(AddressRange.neighbourhood("2001:db8:1:3::7"));
        assertThat(AddressRange.neighbourhood("")).isEmpty();
    }
}
