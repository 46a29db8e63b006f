package io.weir.bootstrap.internal;

import io.weir.bootstrap.api.CatalogueChange.Difference;
import io.weir.bootstrap.api.CatalogueChange.Warning;
import io.weir.kernel.api.Refusal;
import io.weir.platform.api.Json;
import io.weir.platform.api.Messages;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Differences and warnings in the reader's language. Keys and values stay as the file has them. */
record CatalogueWords(Messages messages, Locale locale) {
    private static final int LONGEST_VALUE = 200;

    /** Refused: {@code CATALOGUE_FAULTY} with all faults, in the order of the file. */
    void refuse(Faults faults) {
        if (!faults.isEmpty()) {
            var told = faults.all().stream().map(fault -> fault.inWords(messages, locale)).toList();
            throw Refusal.invalid("CATALOGUE_FAULTY", told.size(), told.get(0).line(), told.get(0).message())
                    .with("faults", told).asException();
        }
    }

    Difference difference(Differences.Found found) {
        var text = switch (found.kind()) {
            case ADDED -> say("CATALOGUE_ADDED", subject(found));
            case REMOVED -> say("CATALOGUE_REMOVED", subject(found));
            case CHANGED -> changed(found);
        };
        return new Difference(found.kind(), found.subject(), found.field(), Optional.ofNullable(found.before()),
                Optional.ofNullable(found.after()), text);
    }

    private String changed(Differences.Found found) {
        var field = found.field().orElseThrow();
        if (found.before() == null) {
            return say("CATALOGUE_SET", subject(found), field, value(found.after()));
        }
        return found.after() == null ? say("CATALOGUE_UNSET", subject(found), field, value(found.before()))
                : say("CATALOGUE_CHANGES", subject(found), field, value(found.before()), value(found.after()));
    }

    Warning warning(String code, Object... arguments) {
        return new Warning(code, say(code, arguments));
    }

    private String subject(Differences.Found found) {
        var parts = found.subject().split("/", 2);
        return parts.length == 1 ? say("CATALOGUE_SECTION", parts[0])
                : say("CATALOGUE_OF_" + parts[0].toUpperCase(Locale.ROOT), parts[1]);
    }

    private static String value(Object value) {
        var text = value instanceof BigDecimal number ? number.toPlainString()
                : value instanceof Map || value instanceof List ? Json.write(value) : String.valueOf(value);
        var cut = text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
        return cut.contains(" ") && value instanceof String ? "“" + cut + "”" : cut;
    }

    private String say(String code, Object... arguments) {
        return messages.text(locale, code, arguments);
    }
}
