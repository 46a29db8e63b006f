package io.weir.webadmin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteSizeTest {
    @ParameterizedTest
    @CsvSource({"1500, 1500", "64 KiB, 65536", "10MiB, 10485760", "1 gib, 1073741824", "2k, 2048", "0, 0"})
    void readsWhatPeopleWrite(String text, long bytes) {
        assertThat(ByteSize.read(text)).hasValue(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "MiB", "1.5 MiB", "-1", "10 miles"})
    void refusesWhatIsNoSize(String text) {
        assertThat(ByteSize.read(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1500, 1500", "65536, 64 KiB", "10485760, 10 MiB", "1073741824, 1 GiB", "1000000, 1000000", "0, 0"})
    void writesTheLargestUnitThatLeavesItWhole(long bytes, String text) {
        assertThat(ByteSize.write(bytes)).isEqualTo(text);
        assertThat(ByteSize.read(text)).hasValue(bytes);
    }
}
