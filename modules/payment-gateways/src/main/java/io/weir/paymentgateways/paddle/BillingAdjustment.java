package io.weir.paymentgateways.paddle;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.kernel.api.Money;
import io.weir.payments.spi.Fact;
import io.weir.payments.spi.RefundAnswer;
import io.weir.payments.spi.RefundAnswer.Outcome;
import io.weir.payments.spi.Subject;
import io.weir.payments.spi.UnreadableNoticeException;
import java.util.Optional;

/**
 * What was changed afterwards about a transaction: a refund, which Paddle mostly approves before it pays, or a
 * chargeback. Credits move no money.
 */
record BillingAdjustment(JsonNode json) {
    String id() {
        return PaddleJson.required(json, "/id");
    }

    Fact fact() {
        return switch (PaddleJson.required(json, "/action")) {
            case "refund", "chargeback" -> outcome().<Fact>map(this::refunded).orElseGet(this::nothing);
            default -> nothing();
        };
    }

    RefundAnswer answer() {
        return new RefundAnswer(outcome().orElse(Outcome.FAILED), Optional.of(id()), Optional.empty());
    }

    boolean isRefundUnder(String key) {
        return json.path("action").asText().equals("refund") && RefundReason.isUnder(key, json.path("reason").asText());
    }

    Subject claimed() {
        var money = Subject.ofMoney(PaddleJson.required(json, "/transaction_id"));
        return PaddleJson.text(json, "/subscription_id").map(money::under).orElse(money);
    }

    private Fact.Refunded refunded(Outcome outcome) {
        // Not by the agreement: its first charge is not the one that went back.
        var subject = Subject.ofMoney(PaddleJson.required(json, "/transaction_id"));
        return new Fact.Refunded(subject, id(), amount(), outcome);
    }

    private Fact.Nothing nothing() {
        return new Fact.Nothing(claimed());
    }

    private Money amount() {
        return Amounts.minor(PaddleJson.required(json, "/totals/total"), PaddleJson.required(json, "/currency_code"));
    }

    /** Empty for one that was reversed: the money is back, which is told by an adjustment of its own. */
    private Optional<Outcome> outcome() {
        return switch (PaddleJson.required(json, "/status")) {
            case "approved" -> Optional.of(Outcome.COMPLETED);
            case "pending_approval" -> Optional.of(Outcome.PENDING);
            case "rejected" -> Optional.of(Outcome.FAILED);
            case "reversed" -> Optional.empty();
            default -> throw new UnreadableNoticeException("an adjustment of an unknown status");
        };
    }
}
