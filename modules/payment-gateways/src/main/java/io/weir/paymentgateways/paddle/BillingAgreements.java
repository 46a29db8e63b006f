package io.weir.paymentgateways.paddle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.payments.spi.AgreementState;
import io.weir.payments.spi.Agreements;
import io.weir.payments.spi.Merchant;
import java.time.Instant;
import java.util.Optional;

/**
 * Subscriptions. Each verb looks first and does nothing that is done already, since Paddle takes no idempotency keys;
 * a change leaves its key with the subscription, in the same request.
 */
record BillingAgreements(BillingApi api, BillingPrices prices, IdSeal seal) implements Agreements {
    @Override
    public AgreementState look(Merchant merchant, String agreement) {
        return subscription(merchant, agreement).state();
    }

    @Override
    public AgreementState cancel(Merchant merchant, String agreement, boolean atPeriodEnd) {
        var now = subscription(merchant, agreement);
        if (now.isCanceled() || atPeriodEnd && now.endsAtPeriodEnd()) {
            return now.state();
        }
        if (now.hasScheduledChange()) {
            unscheduled(merchant, agreement);
        }
        return read(api.post(merchant, path(agreement) + "/cancel", PaddleJson.object()
                .put("effective_from", atPeriodEnd ? "next_billing_period" : "immediately"))).state();
    }

    @Override
    public AgreementState resume(Merchant merchant, String agreement) {
        var now = subscription(merchant, agreement);
        if (now.isPaused()) {
            return read(api.post(merchant, path(agreement) + "/resume",
                    PaddleJson.object().put("effective_from", "immediately"))).state();
        }
        return now.hasScheduledChange() ? unscheduled(merchant, agreement).state() : now.state();
    }

    /**
     * At once: the rest of the running period is set off and the difference charged now; a charge that fails leaves all
     * as it was. Else nothing is charged before the next period, which is the first at the new price.
     */
    @Override
    public AgreementState change(Merchant merchant, String agreement, Change change) {
        var now = subscription(merchant, agreement);
        if (now.ours().isChangedBy(change.key())) {
            return now.state();
        }
        var since = change.atOnce() ? Optional.<Instant>empty() : now.nextBilledAt();
        var body = PaddleJson.object();
        body.putArray("items").add(prices.item(merchant, change.name(), change.price(),
                Optional.of(change.recurring())));
        body.put("proration_billing_mode", change.atOnce() ? "prorated_immediately" : "do_not_bill");
        body.put("on_payment_failure", "prevent_change");
        body.set("custom_data", now.ours().ofTenant(merchant).changedTo(change, since).sealed(seal));
        return patched(merchant, agreement, body).state();
    }

    private BillingSubscription unscheduled(Merchant merchant, String agreement) {
        return patched(merchant, agreement, PaddleJson.object().putNull("scheduled_change"));
    }

    private BillingSubscription patched(Merchant merchant, String agreement, ObjectNode body) {
        return read(api.patch(merchant, path(agreement), body));
    }

    private BillingSubscription subscription(Merchant merchant, String agreement) {
        return read(api.get(merchant, path(agreement)));
    }

    private BillingSubscription read(JsonNode json) {
        return new BillingSubscription(json, seal);
    }

    private static String path(String agreement) {
        return "/subscriptions/" + BillingApi.id(agreement);
    }
}
