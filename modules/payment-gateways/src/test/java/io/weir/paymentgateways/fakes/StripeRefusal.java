package io.weir.paymentgateways.fakes;

import com.google.gson.JsonObject;

/** What Stripe refuses, as it says so. */
final class StripeRefusal extends RuntimeException {
    static final int CARD = 402;
    private static final long serialVersionUID = 1;
    private final int status;
    private final transient JsonObject body = new JsonObject();

    private StripeRefusal(int status, String type, String code, String message) {
        super(message);
        this.status = status;
        var error = new JsonObject();
        error.addProperty("type", type);
        error.addProperty("code", code);
        error.addProperty("message", message);
        body.add("error", error);
    }

    static StripeRefusal of(int status, String type, String code, String message) {
        return new StripeRefusal(status, type, code, message);
    }

    /** A bank's no. */
    static StripeRefusal ofCard(String code, String decline, String message) {
        var refusal = of(CARD, "card_error", code, message);
        refusal.body.getAsJsonObject("error").addProperty("decline_code", decline);
        return refusal;
    }

    static StripeRefusal missing(String kind, String id) {
        return of(404, "invalid_request_error", "resource_missing", "No such " + kind + ": '" + id + "'");
    }

    static StripeRefusal invalid(String message) {
        return of(400, "invalid_request_error", "", message);
    }

    int status() {
        return status;
    }

    JsonObject body() {
        return body;
    }
}
