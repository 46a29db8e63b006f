package io.weir.webrest.gateway;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.weir.metering.api.Units;
import io.weir.platform.api.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.OptionalLong;

/** Finds in an upstream's answer how many units it used. */
final class AnswerUnits {
    private static final BigDecimal MOST = BigDecimal.valueOf(Units.MOST);
    private static final int MOST_SCALE = 100;

    private final JsonPointer field;
    private final int decimals;

    AnswerUnits(String field, int decimals) {
        this.field = JsonPointer.compile(field);
        this.decimals = decimals;
    }

    /** In the meter's smallest units, rounded up; empty when the field is missing, no number, negative or absurd. */
    OptionalLong in(byte[] json) {
        try {
            return in(Json.mapper().readTree(json));
        } catch (IOException notJson) {
            return OptionalLong.empty();
        }
    }

    OptionalLong in(String json) {
        try {
            return in(Json.mapper().readTree(json));
        } catch (JsonProcessingException notJson) {
            return OptionalLong.empty();
        }
    }

    private OptionalLong in(JsonNode answer) {
        var found = answer == null ? null : answer.at(field);
        if (found == null || !found.isNumber() || !isSane(found.decimalValue())) {
            return OptionalLong.empty();
        }
        return OptionalLong.of(PriceList.smallest(found.decimalValue(), decimals));
    }

    /** Looks at the exponent first: {@code 1e999999999} written out is a gigabyte of digits. */
    private boolean isSane(BigDecimal number) {
        return number.signum() >= 0 && Math.abs(number.scale()) <= MOST_SCALE
                && number.movePointRight(decimals).compareTo(MOST) <= 0;
    }
}
