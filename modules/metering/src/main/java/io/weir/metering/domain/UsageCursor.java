package io.weir.metering.domain;

import io.weir.kernel.api.Refusal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/**
 * A place in the usage log: just after the usage of that time and id. Clients get it as an opaque word. It names a
 * place in time and nothing else, so one that was made up shows nobody more than a query of their own would.
 */
public record UsageCursor(Instant at, UUID id) {
    private static final int BYTES = Long.BYTES + 2 * Long.BYTES;
    private static final int CHARACTERS = BYTES * 4 / 3;
    private static final long LATEST = Instant.parse("9999-12-31T23:59:59.999Z").toEpochMilli();

    public String text() {
        var bytes = ByteBuffer.allocate(BYTES).putLong(at.toEpochMilli()).putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    /** Refused: {@code BAD_CURSOR} (400). */
    public static UsageCursor parse(String text) {
        var bytes = ByteBuffer.wrap(decoded(text));
        long millis = bytes.getLong();
        if (millis < 0 || millis > LATEST) {
            throw bad();
        }
        return new UsageCursor(Instant.ofEpochMilli(millis), new UUID(bytes.getLong(), bytes.getLong()));
    }

    private static byte[] decoded(String text) {
        if (text.length() != CHARACTERS) {
            throw bad();
        }
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            throw bad();
        }
    }

    private static RuntimeException bad() {
        return Refusal.invalid("BAD_CURSOR").asException();
    }
}
