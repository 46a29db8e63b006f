package io.weir.bootstrap.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Members in their order; absent and empty ones are left out, and equal numbers are equal. */
final class Members {
    private final Map<String, Object> members = new Tidied();

    /** A number that keeps its decimals: 9.90. */
    record Exact(BigDecimal number) {
    }

    /** Members whose numbers are as they are to be. */
    private static final class Tidied extends LinkedHashMap<String, Object> {
        private static final long serialVersionUID = 1;
    }

    Members with(String name, Object value) {
        boolean empty = value == null || value instanceof Collection<?> list && list.isEmpty()
                || value instanceof Map<?, ?> map && map.isEmpty();
        if (!empty) {
            members.put(name, tidy(value));
        }
        return this;
    }

    /** A list that says something by being empty. */
    Members list(String name, List<?> value, List<?> usual) {
        if (!usual.equals(value)) {
            members.put(name, tidy(value));
        }
        return this;
    }

    Members unless(String name, Object value, Object usual) {
        return usual.equals(value) ? this : with(name, value);
    }

    Map<String, Object> all() {
        return members;
    }

    private static Object tidy(Object value) {
        if (value instanceof Exact exact) {
            return exact.number();
        }
        if (value instanceof BigDecimal number) {
            return CatalogueUnits.plain(number);
        }
        if (value instanceof Number whole) {
            return CatalogueUnits.plain(new BigDecimal(whole.toString()));
        }
        if (value instanceof Map<?, ?> map && !(value instanceof Tidied)) {
            var tidied = new Tidied();
            map.forEach((name, member) -> tidied.put(String.valueOf(name), tidy(member)));
            return tidied;
        }
        return value instanceof List<?> list ? Collections.unmodifiableList(tidied(list)) : value;
    }

    private static List<Object> tidied(List<?> list) {
        var tidied = new ArrayList<Object>();
        list.forEach(item -> tidied.add(tidy(item)));
        return tidied;
    }
}
