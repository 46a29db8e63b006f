package io.weir.paymentgateways.paddle;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.payments.spi.AgreementInquiries;
import io.weir.payments.spi.AgreementState.Status;
import io.weir.payments.spi.Fact;
import io.weir.payments.spi.Merchant;
import io.weir.payments.spi.RefundAnswer;
import io.weir.payments.spi.RefundInquiries;
import io.weir.payments.spi.RefundOrder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks after subscriptions and refunds. The subscription is read before its transactions, so that nothing it says is
 * newer than they are. A transaction names the custom data that it was made with; what changed the subscription since
 * changes it no more.
 */
record BillingInquiries(BillingApi api, IdSeal seal) implements AgreementInquiries, RefundInquiries {
    private static final String PAGE_SIZE = "30";
    private static final int PAGES = 10;

    @Override
    public List<Fact> ask(Merchant merchant, String agreement, Instant since) {
        return subscription(merchant, agreement).map(found -> facts(found, charges(merchant, agreement, since)))
                .orElse(List.of());
    }

    @Override
    public Optional<RefundAnswer> ask(Merchant merchant, RefundOrder order, String reference) {
        return api.list(merchant, "/adjustments", Map.of("id", BillingApi.id(reference)), 1).stream()
                .map(BillingAdjustment::new).filter(found -> found.id().equals(reference)).findFirst()
                .map(BillingAdjustment::answer);
    }

    private Optional<BillingSubscription> subscription(Merchant merchant, String agreement) {
        try {
            return Optional.of(new BillingSubscription(
                    api.get(merchant, "/subscriptions/" + BillingApi.id(agreement)), seal));
        } catch (PaddleRefusal refusal) {
            if (refusal.isNotFound()) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    /** Oldest first. */
    private List<BillingTransaction> charges(Merchant merchant, String agreement, Instant since) {
        var found = new ArrayList<>(api.list(merchant, "/transactions", Map.of("subscription_id",
                BillingApi.id(agreement), "created_at[GTE]", since.toString(), "order_by", "created_at[DESC]",
                "per_page", PAGE_SIZE), PAGES));
        Collections.reverse(found);
        return found.stream().map(this::read).filter(charge -> !charge.status().equals("canceled")).toList();
    }

    private static List<Fact> facts(BillingSubscription subscription, List<BillingTransaction> oldestFirst) {
        var facts = new ArrayList<Fact>();
        oldestFirst.stream().flatMap(charge -> charge.charged().stream()).forEach(facts::add);
        var newest = oldestFirst.isEmpty() ? Optional.<BillingTransaction>empty()
                : Optional.of(oldestFirst.get(oldestFirst.size() - 1));
        newest.flatMap(BillingTransaction::missed).ifPresent(facts::add);
        boolean isAwaited = subscription.state().status() == Status.ACTIVE
                && newest.filter(BillingTransaction::isAwaited).isPresent();
        facts.add(isAwaited ? subscription.beforeItsPeriodIsPaid() : subscription.standing());
        return facts;
    }

    private BillingTransaction read(JsonNode json) {
        return new BillingTransaction(json, seal);
    }
}
