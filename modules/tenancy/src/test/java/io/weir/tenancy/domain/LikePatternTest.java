package io.weir.tenancy.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikePatternTest {
    @ParameterizedTest
    @CsvSource({
            "acme,      %acme%",
            "100%,      %100!%%",
            "a_b,       %a!_b%",
            "wow!,      %wow!!%",
            "!%_,       %!!!%!_%",
            "c:\\temp,  %c:\\temp%"})
    void whatIsTypedHasNoWildcards(String typed, String pattern) {
        assertThat(new LikePattern(typed).contains()).isEqualTo(pattern);
    }
}
