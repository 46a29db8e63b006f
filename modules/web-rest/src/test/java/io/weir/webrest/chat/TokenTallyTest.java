package io.weir.webrest.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.platform.api.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenTallyTest {
    private final TokenTally tally = new TokenTally("hello world");

    @ParameterizedTest
    @CsvSource({"'', 0", "hello world, 2", "'Phân tích cổ phiếu VIC', 6"})
    void countsAsTheModelsDo(String text, long tokens) {
        assertThat(Tokens.of(text)).isBetween(tokens, tokens + 2);
    }

    @Test
    void aVeryLongTextIsMeasuredByItsLength() {
        assertThat(Tokens.of("x".repeat(100_001))).isEqualTo(33_334);
    }

    @Test
    void whatTheUpstreamSaysCounts() {
        tally.event("{\"delta\":\"some words\"}");
        tally.event("{\"usage\":{\"total_tokens\":5}}");
        tally.event("{\"usage\":{\"total_tokens\":7}}");
        tally.event("{\"delta\":\"more\"}");
        assertThat(tally.total()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"delta\":\"one two\"}", "{\"delta\":{\"content\":\"one two\"}}",
        "{\"content\":\"one two\"}",
        "{\"choices\":[{\"delta\":{\"content\":\"one two\"}}]}", "{\"message\":\"one two\"}",
        "{\"message\":\"one two\",\"usage\":{\"total_tokens\":-3}}",
        "{\"message\":\"one two\",\"usage\":{\"total_tokens\":\"9\"}}"})
    void elseTheTextThatCameDoes(String event) {
        tally.event(event);
        assertThat(tally.total()).isEqualTo(4);
    }

    @Test
    void whatNobodyCanReadIsFourCharactersAToken() {
        tally.event("x".repeat(41));
        assertThat(tally.total()).isEqualTo(2 + 11);
    }

    @Test
    void aWholeAnswerWithoutUsageIsCounted() {
        tally.answer(Json.read("{\"message\":\"one two\"}", JsonNode.class));
        assertThat(tally.total()).isEqualTo(4);
    }
}
