package io.weir.paymentgateways.stripe;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.net.HttpHeaders;
import com.stripe.param.InvoiceListParams;
import com.stripe.service.V1Services;
import io.weir.payments.spi.AgreementInquiries;
import io.weir.payments.spi.AgreementState.Status;
import io.weir.payments.spi.Fact;
import io.weir.payments.spi.Merchant;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Asks after a subscription and what it was charged. The subscription is read first, so that nothing it says is newer
 * than the invoices. It stands so at the time that Stripe's answer bears: what happened in an earlier second, and is
 * told later, is in it.
 */
final class StripeAgreementInquiries implements AgreementInquiries {
    private static final long PAGE_SIZE = 100;
    private static final int PAGES = 5;

    @Override
    public List<Fact> ask(Merchant merchant, String agreement, Instant since) {
        return StripeCalls.make(merchant, stripe -> {
            var found = subscription(stripe, agreement);
            return found.isPresent() ? facts(found.get(), invoices(stripe, agreement, since)) : List.of();
        });
    }

    private static List<Fact> facts(com.stripe.model.Subscription answered, List<Invoice> oldestFirst) {
        var told = StripeCalls.answer(answered);
        var subscription = new Subscription(told);
        var facts = new ArrayList<Fact>();
        oldestFirst.stream().flatMap(invoice -> invoice.charged().stream()).forEach(facts::add);
        var newest = oldestFirst.isEmpty() ? Optional.<Invoice>empty()
                : Optional.of(oldestFirst.get(oldestFirst.size() - 1));
        newest.flatMap(Invoice::missed).ifPresent(facts::add);
        if (subscription.hasBegun()) {
            var state = subscription.state();
            boolean isAwaited = state.status() == Status.ACTIVE && newest.filter(Invoice::isAwaited).isPresent();
            facts.add(new Fact.AgreementChanged(subscription.subject(),
                    isAwaited ? subscription.beforeItsPeriodIsPaid() : state, at(answered.getLastResponse().headers(),
                    told)));
        }
        return facts;
    }

    private static Optional<com.stripe.model.Subscription> subscription(V1Services stripe, String id)
            throws StripeException {
        try {
            return Optional.of(stripe.subscriptions().retrieve(id));
        } catch (InvalidRequestException e) {
            if (StripeCalls.isUnknown(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static List<Invoice> invoices(V1Services stripe, String agreement, Instant since) throws StripeException {
        var found = new ArrayList<Invoice>();
        var wanted = InvoiceListParams.builder().setSubscription(agreement).setLimit(PAGE_SIZE).setCreated(
                InvoiceListParams.Created.builder().setGte(since.getEpochSecond()).build());
        for (int page = 0; page < PAGES; page++) {
            var answer = StripeCalls.answer(stripe.invoices().list(wanted.build()));
            answer.each("data").map(Invoice::new).filter(invoice -> !invoice.isVoid()).forEach(found::add);
            var last = answer.each("data").reduce((earlier, later) -> later);
            if (!answer.flag("has_more") || last.isEmpty()) {
                break;
            }
            wanted.setStartingAfter(last.get().requiredText("id"));
        }
        Collections.reverse(found);
        return found;
    }

    /** As old as can be where no time came: then only an end counts against what was told. */
    private static Instant at(HttpHeaders answered, Fields subscription) {
        try {
            return answered.firstValue("Date").map(date -> Instant.from(
                    DateTimeFormatter.RFC_1123_DATE_TIME.parse(date))).or(() -> subscription.instant("created"))
                    .orElse(Instant.EPOCH);
        } catch (DateTimeException e) {
            return subscription.instant("created").orElse(Instant.EPOCH);
        }
    }
}
