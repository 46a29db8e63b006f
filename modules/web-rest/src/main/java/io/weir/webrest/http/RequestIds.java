package io.weir.webrest.http;

import java.util.Optional;

/**
 * Which request ids of others we carry on: 8 to 64 letters, digits, dots, dashes and underscores, so that nothing can
 * be written into a log.
 */
final class RequestIds {
    private RequestIds() {
    }

    static Optional<String> accept(String given) {
        if (given == null || given.length() < 8 || given.length() > 64) {
            return Optional.empty();
        }
        for (int i = 0; i < given.length(); i++) {
            if (!isPlain(given.charAt(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(given);
    }

    private static boolean isPlain(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_' || c == '.';
    }
}
