package io.weir.webrest.metering;

import io.weir.kernel.api.Refusal;
import io.weir.webrest.http.Texts;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * A quantity of a meter, or an operation that the rate card prices by its attributes: one of the two and not both.
 * Checked when it is made.
 */
record Wanted(Optional<String> meter, BigDecimal quantity, Optional<String> operation,
              Map<String, Object> attributes) {

    static Wanted of(String meter, BigDecimal quantity, String operation, Map<String, Object> attributes) {
        var wanted = new Wanted(Texts.given(meter), quantity, Texts.given(operation), Attributes.checked(attributes));
        wanted.requireOne();
        return wanted;
    }

    private void requireOne() {
        if (operation.isPresent()) {
            require(meter.isEmpty(), "meter", "METER_OR_OPERATION");
            require(quantity == null, "quantity", "METER_OR_OPERATION");
        } else {
            require(meter.isPresent(), "meter", "METER_OR_OPERATION");
            require(attributes.isEmpty(), "attributes", "METER_OR_OPERATION");
            require(quantity != null, "quantity", "REQUIRED");
        }
    }

    private static void require(boolean right, String field, String reason) {
        if (!right) {
            throw Refusal.invalidField(field, reason).asException();
        }
    }
}
