package io.weir.paymentgateways.paddle;

import io.weir.payments.spi.AgreementInquiries;
import io.weir.payments.spi.AgreementState;
import io.weir.payments.spi.AgreementState.Status;
import io.weir.payments.spi.Fact;
import io.weir.payments.spi.Merchant;
import io.weir.payments.spi.RefundAnswer;
import io.weir.payments.spi.RefundAnswer.Outcome;
import io.weir.payments.spi.RefundInquiries;
import io.weir.payments.spi.RefundOrder;
import io.weir.payments.spi.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks after subscriptions and refunds of Classic, as far as it tells. Its lists name an order by the number that the
 * alert names it by, but no tax: a charge that is not to the last cent what was asked for, which the seller's part of
 * the money may yet be, is told by its alert alone. So is a charge that failed; the subscription is past due then. A
 * part that was given back is not told from another, nor a refusal at all.
 */
record ClassicInquiries(ClassicAgreements agreements, ClassicOrders orders)
        implements AgreementInquiries, RefundInquiries {
    /** Classic's answers bear no time, and its clock is not ours. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(1);

    @Override
    public List<Fact> ask(Merchant merchant, String agreement, Instant since) {
        var state = agreements.look(merchant, agreement);
        var facts = new ArrayList<Fact>();
        orders.renewals(merchant, agreement).stream().filter(order -> order.ours().isAsked(order.amount()))
                .map(order -> renewed(agreement, order)).forEach(facts::add);
        facts.add(new Fact.AgreementChanged(Subject.ofAgreement(agreement), paidUntilThen(state),
                agreements.time().now().minus(CLOCKS_APART)));
        return facts;
    }

    @Override
    public Optional<RefundAnswer> ask(Merchant merchant, RefundOrder order, String reference) {
        return order.payment().gatewayReference().flatMap(number -> orders.order(merchant, number))
                .filter(found -> found.status().equals("refunded"))
                .map(found -> new RefundAnswer(Outcome.COMPLETED, Optional.of(reference),
                        Optional.of("refunded at Paddle")));
    }

    private static Fact renewed(String agreement, ClassicOrders.Order order) {
        return new Fact.Renewed(Subject.ofAgreement(agreement), agreement, order.number(), order.amount(),
                order.ours().product(Optional.empty()));
    }

    /** Of one that is past due, the day that is named is the next try. */
    private static AgreementState paidUntilThen(AgreementState state) {
        return state.status() != Status.PAST_DUE ? state : new AgreementState(state.reference(), state.customer(),
                state.status(), state.cancelAtPeriodEnd(), Optional.empty(), state.product());
    }
}
