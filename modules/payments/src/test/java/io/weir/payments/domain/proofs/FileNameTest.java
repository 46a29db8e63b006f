package io.weir.payments.domain.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {
    @ParameterizedTest
    @CsvSource({"biên lai.png, biên lai.png", "C:\\Users\\a\\slip.jpg, slip.jpg", "../../etc/passwd, passwd",
        "'', proof.png", "'  ', proof.png", ".., proof.png", "'a\u202Egnp.exe', agnp.exe", "'a\r\nb.png', ab.png"})
    void folders_and_tricks_are_left_off(String given, String name) {
        assertThat(FileName.clean(given, "proof.png")).isEqualTo(name);
    }

    @Test
    void the_end_of_a_long_one_is_kept() {
        assertThat(FileName.clean("x".repeat(300) + ".pdf", "p")).hasSize(120).endsWith("x.pdf");
        assertThat(FileName.clean(null, "p")).isEqualTo("p");
    }
}
