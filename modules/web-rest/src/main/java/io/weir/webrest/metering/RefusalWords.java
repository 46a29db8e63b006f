package io.weir.webrest.metering;

import io.weir.kernel.api.Refusal;
import io.weir.platform.api.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Says in one line why an event was refused: {@code data.quantity: is outside the allowed range}. */
@ApplicationScoped
class RefusalWords {
    @Inject
    Messages messages;

    Function<Refusal, String> in(Locale locale) {
        return refusal -> refusal.fields().isEmpty()
                ? messages.text(locale, refusal.code(), refusal.arguments().toArray()) : fields(locale, refusal);
    }

    private String fields(Locale locale, Refusal refusal) {
        return new TreeMap<>(refusal.fields()).entrySet().stream()
                .map(field -> field.getKey() + ": " + messages.text(locale, field.getValue()))
                .collect(Collectors.joining("; "));
    }
}
