package io.weir.paymentgateways.fakes;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.stripe.model.Event;
import com.stripe.model.EventDataClassLookup;
import com.stripe.model.StripeObject;
import com.stripe.net.ApiResource;
import java.util.Map;

/**
 * Holds what the fake says against the classes of Stripe's own library: what these read and write again has every
 * member that went in, or the fake has invented one.
 */
final class StripeShapes {
    private StripeShapes() {
    }

    /** @throws AssertionError naming the first member that Stripe does not have */
    static JsonObject checked(JsonObject said) {
        var kind = said.get("object").getAsString();
        if (kind.equals("list")) {
            said.getAsJsonArray("data").forEach(item -> checked(item.getAsJsonObject()));
            return said;
        }
        compare(kind, said, JsonParser.parseString(read(said, type(kind)).toJson()));
        return said;
    }

    static JsonObject checkedEvent(JsonObject event) {
        checked(event.getAsJsonObject("data").getAsJsonObject("object"));
        var envelope = event.deepCopy();
        envelope.remove("data");
        compare("event", envelope, JsonParser.parseString(read(envelope, Event.class).toJson()));
        return event;
    }

    private static Class<? extends StripeObject> type(String kind) {
        var type = EventDataClassLookup.classLookup.get(kind);
        if (type == null) {
            throw new AssertionError("Stripe has no object " + kind);
        }
        return type;
    }

    private static StripeObject read(JsonObject said, Class<? extends StripeObject> type) {
        return ApiResource.GSON.fromJson(said, type);
    }

    private static void compare(String where, JsonElement said, JsonElement understood) {
        if (said.isJsonObject()) {
            for (Map.Entry<String, JsonElement> member : said.getAsJsonObject().entrySet()) {
                var place = where + "." + member.getKey();
                var same = understood.isJsonObject() ? understood.getAsJsonObject().get(member.getKey()) : null;
                if (same == null) {
                    throw new AssertionError("Stripe does not say " + place);
                }
                compare(place, member.getValue(), same);
            }
        } else if (said.isJsonArray()) {
            for (int i = 0; i < said.getAsJsonArray().size(); i++) {
                compare(where + "[" + i + "]", said.getAsJsonArray().get(i), understood.getAsJsonArray().get(i));
            }
        } else if (said.isJsonPrimitive() && !understood.isJsonPrimitive()) {
            throw new AssertionError("Stripe does not say " + where + " like that");
        }
    }
}
