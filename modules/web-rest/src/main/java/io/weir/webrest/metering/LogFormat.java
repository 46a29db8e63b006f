package io.weir.webrest.metering;

import io.weir.kernel.api.Refusal;
import io.weir.webrest.http.Texts;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** JSON, or CSV where it is asked for by name: {@code format=csv}, else {@code Accept}. */
public final class LogFormat {
    private static final MediaType CSV = new MediaType("text", "csv");

    private LogFormat() {
    }

    /** @param acceptable what the client takes, what it likes best first */
    public static boolean isCsv(String format, List<MediaType> acceptable) {
        var named = Texts.given(format);
        if (named.isPresent()) {
            return isCsv(named.get());
        }
        return acceptable.stream().filter(type -> CSV.isCompatible(type)
                || MediaType.APPLICATION_JSON_TYPE.isCompatible(type)).findFirst()
                .filter(type -> !MediaType.APPLICATION_JSON_TYPE.isCompatible(type)).isPresent();
    }

    private static boolean isCsv(String format) {
        return switch (format) {
            case "csv" -> true;
            case "json" -> false;
            default -> throw Refusal.invalidField("format", "NOT_AN_OPTION").asException();
        };
    }
}
