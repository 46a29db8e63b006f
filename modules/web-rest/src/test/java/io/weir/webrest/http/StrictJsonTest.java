package io.weir.webrest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.annotation.JsonAlias;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {
    record Sample(String name, BigDecimal price, Integer days, Long limit, @JsonAlias("is_active") Boolean isActive,
                  Map<String, Object> features, List<Integer> list, Instant at) {
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{\"price\":\"abc\"}|price", "{\"price\":\"123\"}|price", "{\"price\":\"\"}|price",
                    "{\"price\":true}|price",
            "{\"price\":{}}|price", "{\"days\":\"30\"}|days", "{\"days\":30.5}|days", "{\"days\":[1]}|days",
            "{\"limit\":1e3}|limit", "{\"name\":5}|name", "{\"name\":5.5}|name", "{\"name\":true}|name",
            "{\"name\":[\"x\"]}|name", "{\"isActive\":\"true\"}|isActive", "{\"isActive\":1}|isActive",
            "{\"features\":\"x\"}|features", "{\"features\":[]}|features", "{\"list\":[1,\"2\"]}|list[1]",
            "{\"at\":\"tomorrow\"}|at"})
    void aMemberOfTheWrongTypeIsRefusedByName(String json, String member) {
        var failure = refused(json);
        assertThat(failure.code()).isEqualTo("VALIDATION_FAILED");
        assertThat(failure.fields()).containsOnlyKeys(member).containsValue("WRONG_TYPE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"name\":", "{\"name\":\"x\"} trailing", "[]", "\"text\"", "{name:1}", "{\"a\":1,}",
            "nonsense"})
    void aBodyThatIsNoObjectIsMalformed(String json) {
        assertThat(refused(json).code()).isEqualTo("MALFORMED_BODY");
    }

    @Test
    void readsAliasesAndPassesOverWhatItDoesNotKnow() throws JsonProcessingException {
        var sample = StrictJson.mapper().readValue("""
                {"name":"Gói","price":99000,"days":30,"is_active":false,"features":{"a":{"b":[1]}},
                 "at":"2026-11-01T00:00:00Z","later":1}
                """, Sample.class);
        assertThat(sample.name()).isEqualTo("Gói");
        assertThat(sample.price()).isEqualByComparingTo("99000");
        assertThat(sample.isActive()).isFalse();
        assertThat(sample.limit()).isNull();
        assertThat(sample.at()).isEqualTo("2026-11-01T00:00:00Z");
    }

    private static Failure refused(String json) {
        try {
            var read = StrictJson.mapper().readValue(json, Sample.class);
            throw new AssertionError("was read as " + read);
        } catch (JsonProcessingException e) {
            return Failures.of(e);
        }
    }

    @Test
    void aNumberThatDoesNotFitIsOutOfRange() {
        assertThat(refused("{\"days\":99999999999}").fields()).isEqualTo(Map.of("days", "OUT_OF_RANGE"));
    }

    @Test
    void aNumberThatIsHugeIsReadWithoutBeingWrittenOut() throws JsonProcessingException {
        assertThat(StrictJson.mapper().readValue("{\"price\":1e999999}", Sample.class).price().precision())
                .isEqualTo(1);
        assertThatThrownBy(() -> StrictJson.mapper().readValue("{\"days\":1e999999}", Sample.class))
                .isInstanceOf(JsonProcessingException.class);
    }
}
