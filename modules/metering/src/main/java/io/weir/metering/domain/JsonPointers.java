package io.weir.metering.domain;

import java.util.regex.Pattern;

/** The syntax of RFC 6901, except for the empty pointer, which means the whole text. */
final class JsonPointers {
    private static final Pattern POINTER = Pattern.compile("(/([^/~]|~[01])*)+");
    private static final int MOST = 200;

    private JsonPointers() {
    }

    static boolean isPointer(String text) {
        return text.length() <= MOST && POINTER.matcher(text).matches();
    }
}
