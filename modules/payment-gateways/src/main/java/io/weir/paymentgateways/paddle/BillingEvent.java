package io.weir.paymentgateways.paddle;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.payments.spi.Fact;
import io.weir.payments.spi.Notice;
import io.weir.payments.spi.Subject;
import io.weir.payments.spi.UnreadableNoticeException;
import java.time.Instant;
import java.util.Optional;

/** Billing's message: an envelope that names and dates what happened, and the thing it happened to as it is now. */
record BillingEvent(String id, String type, Instant at, JsonNode data, IdSeal seal) {
    static BillingEvent of(byte[] body, IdSeal seal) {
        var json = PaddleJson.tree(body).orElseThrow(() -> new UnreadableNoticeException("no JSON object"));
        return new BillingEvent(PaddleJson.required(json, "/event_id"), PaddleJson.required(json, "/event_type"),
                PaddleJson.instant(PaddleJson.required(json, "/occurred_at")), json.path("data"), seal);
    }

    static Optional<Subject> claimedSubject(byte[] body, IdSeal seal) {
        try {
            return Optional.of(of(body, seal).claimed()).filter(subject -> !subject.equals(Subject.NOBODY));
        } catch (UnreadableNoticeException e) {
            return Optional.empty();
        }
    }

    Notice notice() {
        return new Notice(id, type, Optional.of(at), fact());
    }

    private Fact fact() {
        return switch (type) {
            case "transaction.completed" -> new BillingTransaction(data, seal).completed();
            case "transaction.payment_failed" -> new BillingTransaction(data, seal).paymentFailed();
            case "transaction.canceled" -> new BillingTransaction(data, seal).canceled();
            case "subscription.created", "subscription.imported", "subscription.activated", "subscription.updated",
                    "subscription.past_due", "subscription.canceled", "subscription.paused", "subscription.resumed",
                    "subscription.trialing" -> new BillingSubscription(data, seal).changed(at);
            case "adjustment.created", "adjustment.updated" -> new BillingAdjustment(data).fact();
            default -> new Fact.Nothing(claimed());
        };
    }

    /** By the family of its type; a family that we do not know is about nobody. */
    private Subject claimed() {
        return switch (type.substring(0, Math.max(0, type.indexOf('.')))) {
            case "transaction" -> new BillingTransaction(data, seal).claimed();
            case "subscription" -> new BillingSubscription(data, seal).subject();
            case "adjustment" -> new BillingAdjustment(data).claimed();
            default -> Subject.NOBODY;
        };
    }
}
