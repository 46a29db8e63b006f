package io.weir.kernel.api;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Strict reading of UUID text: {@link UUID#fromString} also takes "1-1-1-1-1", which no client of ours ever received.
 */
public final class Uuids {
    private static final Pattern CANONICAL =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private Uuids() {
    }

    /** An id that cannot exist is the same to a caller as one that does not: both are refused as not found. */
    public static UUID parse(String text) {
        if (text == null || !CANONICAL.matcher(text).matches()) {
            throw Refusal.notFound("NOT_FOUND").asException();
        }
        return UUID.fromString(text);
    }

    /** Empty for what is none. */
    public static Optional<UUID> find(String text) {
        return text != null && CANONICAL.matcher(text).matches() ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }
}
