package io.weir.metering.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.metering.api.RateCard;
import io.weir.platform.api.Json;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateCardRulesTest {
    @Test
    void a_sound_operation_has_nothing_wrong_and_survives_being_stored() {
        var terms = terms("{'base': 0.5, 'per': {'attribute': 'gbMonths', 'size': 1}, 'modifiers': ["
                + "{'attribute': 'quality', 'equals': 'hd', 'percent': 50},"
                + "{'attribute': 'n', 'above': 5, 'percent': -100}]}");
        assertThat(RateCardRules.broken("image.hd", terms)).isEmpty();
        assertThat(Json.read(Json.write(terms), RateCard.Operation.class)).isEqualTo(terms);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{} | base | REQUIRED",
            "{'base': 0} | base | OUT_OF_RANGE",
            "{'base': -1} | base | OUT_OF_RANGE",
            "{'base': 1000000001} | base | OUT_OF_RANGE",
            "{'base': 1, 'per': {'attribute': 'n'}} | per.size | REQUIRED",
            "{'base': 1, 'per': {'size': 1}} | per.attribute | REQUIRED",
            "{'base': 1, 'perStarted': {'attribute': 'n', 'size': 0}} | perStarted.size | OUT_OF_RANGE",
            "{'base': 1, 'perStarted': {'attribute': 'a b', 'size': 1}} | perStarted.attribute | BAD_FORMAT",
            "{'base': 1, 'per': {'attribute': 'n', 'size': 1}, 'perStarted': {'attribute': 'n', 'size': 1}}"
                    + " | per | NOT_BOTH",
            "{'base': 1, 'modifiers': [{'attribute': 'q', 'percent': 5}]} | modifiers[0].equals | REQUIRED",
            "{'base': 1, 'modifiers': [{'attribute': 'q', 'equals': 'a', 'above': 1, 'percent': 5}]}"
                    + " | modifiers[0].above | NOT_BOTH",
            "{'base': 1, 'modifiers': [{'attribute': 'q', 'equals': 'a'}]} | modifiers[0].percent | REQUIRED",
            "{'base': 1, 'modifiers': [{'attribute': 'q', 'equals': 'a', 'percent': -101}]}"
                    + " | modifiers[0].percent | OUT_OF_RANGE",
            "{'base': 1, 'modifiers': [{'equals': 'a', 'percent': 1}]} | modifiers[0].attribute | REQUIRED"})
    void what_is_wrong_is_said_by_field(String json, String field, String reason) {
        assertThat(RateCardRules.broken("image", terms(json))).isEqualTo(Map.of(field, reason));
    }

    @ParameterizedTest
    @CsvSource({"Image", "1st", "a b", "-", "''"})
    void a_name_is_a_word(String name) {
        assertThat(RateCardRules.broken(name, terms("{'base': 1}"))).isEqualTo(Map.of("operation", "BAD_FORMAT"));
    }

    private static RateCard.Operation terms(String json) {
        return Json.read(json.replace('\'', '"'), RateCard.Operation.class);
    }
}
