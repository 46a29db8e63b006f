package io.weir.platform.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.kernel.api.AccountId;
import java.util.Locale;
import java.util.Optional;

/** An event in a line: {@code PaymentSettled} of a payment is {@code payment.settled}, {@code payment/<id>}. */
final class EventWords {
    private EventWords() {
    }

    static String kind(Class<? extends Record> type) {
        return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", ".").toLowerCase(Locale.ROOT);
    }

    /** Its first member that is neither tenant nor account: by convention what it is about. Empty without one. */
    static String subject(JsonNode event) {
        return event.properties().stream()
                .filter(member -> !member.getKey().equals("tenant") && !member.getKey().equals("account")).findFirst()
                .map(member -> member.getKey() + "/" + id(member.getValue())).orElse("");
    }

    static Optional<AccountId> account(JsonNode event) {
        var own = event.path("account");
        var found = own.isMissingNode() ? event.path("payment").path("account") : own;
        try {
            return Optional.of(id(found)).filter(text -> !text.isEmpty()).map(AccountId::of);
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private static String id(JsonNode value) {
        if (value.isValueNode()) {
            return value.asText();
        }
        return value.has("id") ? id(value.path("id")) : value.path("value").asText();
    }
}
