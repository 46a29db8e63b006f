package io.weir.platform.internal;

import java.util.regex.Pattern;

/** What a key may be: nothing that a file system or a URL could read as something else. */
final class ObjectKey {
    private static final int LONGEST = 200;
    private static final Pattern SHAPE = Pattern.compile(
            "(?:[A-Za-z0-9_-][A-Za-z0-9._-]*/)*[A-Za-z0-9_-][A-Za-z0-9._-]*");

    private ObjectKey() {
    }

    static String checked(String key) {
        if (key.length() > LONGEST || !SHAPE.matcher(key).matches()) {
            throw new IllegalArgumentException("not a key of an object: " + key);
        }
        return key;
    }
}
