package io.weir.webadmin;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a gateway is to be told, read from a form whose fields carry the settings' names: {@code set.NAME} a new value,
 * {@code drop.NAME} a tick to take it back, {@code newName} with {@code newValue} one more. An empty field changes
 * nothing, so that secrets that are not shown stay.
 */
final class SettingWish {
    static final String SET = "set.";
    static final String DROP = "drop.";
    static final String NEW_NAME = "newName";
    static final String NEW_VALUE = "newValue";

    private SettingWish() {
    }

    /** Name → value, empty to take it back. A value counts more than a tick beside it. */
    static Map<String, String> read(Collection<String> names, Function<String, Optional<String>> field) {
        var wish = new LinkedHashMap<String, String>();
        for (String name : names) {
            field.apply(DROP + name).ifPresent(ticked -> wish.put(name, ""));
            field.apply(SET + name).ifPresent(value -> wish.put(name, value));
        }
        field.apply(NEW_NAME).ifPresent(name ->
                wish.put(name.toUpperCase(Locale.ROOT), field.apply(NEW_VALUE).orElse("")));
        return wish;
    }

    /** A name without a value would take a setting back, and a value without a name would get lost. */
    static boolean isHalf(Function<String, Optional<String>> field) {
        return field.apply(NEW_NAME).isPresent() != field.apply(NEW_VALUE).isPresent();
    }
}
