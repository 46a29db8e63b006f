package io.weir.paymentgateways.fakes;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Every object that the fake has made, by its id. */
final class StripeBooks {
    private final Map<String, JsonObject> objects = new LinkedHashMap<>();
    private final Supplier<Instant> now;
    private long drawn;

    StripeBooks(Supplier<Instant> now) {
        this.now = now;
    }

    long now() {
        return now.get().getEpochSecond();
    }

    String id(String prefix) {
        return prefix + "_fake" + "%06d".formatted(++drawn);
    }

    JsonObject make(String prefix, String kind) {
        var made = of("id", id(prefix), "object", kind, "created", now(), "livemode", false);
        objects.put(made.get("id").getAsString(), made);
        return made;
    }

    JsonObject get(String kind, String id) {
        var found = objects.get(id);
        if (found == null || !text(found, "object").equals(kind)) {
            throw StripeRefusal.missing(kind, id);
        }
        return found;
    }

    Stream<JsonObject> all(String kind) {
        return objects.values().stream().filter(object -> text(object, "object").equals(kind));
    }

    static String text(JsonObject object, String name) {
        var found = object.get(name);
        return found == null || found.isJsonNull() ? "" : found.getAsString();
    }

    static long whole(JsonObject object, String name) {
        return object.get(name).getAsLong();
    }

    /** Names and values by turns. */
    static JsonObject of(Object... members) {
        var made = new JsonObject();
        set(made, members);
        return made;
    }

    static void set(JsonObject object, Object... members) {
        for (int i = 0; i < members.length; i += 2) {
            object.add((String) members[i], element(members[i + 1]));
        }
    }

    static JsonObject list(String url, Stream<JsonObject> items) {
        var data = new JsonArray();
        items.forEach(data::add);
        return of("object", "list", "data", data, "has_more", false, "url", url);
    }

    private static JsonElement element(Object value) {
        if (value == null) {
            return JsonNull.INSTANCE;
        }
        if (value instanceof JsonElement element) {
            return element;
        }
        if (value instanceof Map<?, ?> map) {
            var made = new JsonObject();
            map.forEach((key, item) -> made.addProperty((String) key, (String) item));
            return made;
        }
        return value instanceof Boolean flag ? new JsonPrimitive(flag)
                : value instanceof Number number ? new JsonPrimitive(number) : new JsonPrimitive((String) value);
    }
}
