package io.weir.paymentgateways.fakes;

import com.google.gson.JsonObject;
import io.weir.paymentgateways.fakes.FakeStripe.Request;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Deeds by their idempotency keys: the same key is the same deed, and the same answer. */
final class StripeKeys {
    private final Map<String, Done> done = new HashMap<>();

    /** What was asked, and how it was answered. */
    record Done(StripeForm form, int status, JsonObject body) {
    }

    Done once(Request request, Supplier<JsonObject> deed) {
        var key = request.method().equals("POST") ? request.headers().get("idempotency-key") : null;
        var before = key == null ? null : done.get(key);
        if (before != null && !before.form().equals(request.form())) {
            throw StripeRefusal.of(400, "idempotency_error", "", "Keys for idempotent requests can only be used with "
                    + "the same parameters they were first used with.");
        }
        var now = before != null ? before : make(request.form(), deed);
        if (key != null) {
            done.put(key, now);
        }
        return now;
    }

    /** A bank's no is remembered under the key as well. */
    private static Done make(StripeForm form, Supplier<JsonObject> deed) {
        try {
            return new Done(form, 200, deed.get());
        } catch (StripeRefusal refusal) {
            if (refusal.status() != StripeRefusal.CARD) {
                throw refusal;
            }
            return new Done(form, refusal.status(), refusal.body());
        }
    }
}
