package io.weir.payments.app;

import io.weir.kernel.api.Money;
import io.weir.kernel.api.TenantId;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.PaymentStatus;
import io.weir.payments.api.Refund;
import io.weir.payments.api.Refund.Status;
import io.weir.payments.domain.Applied;
import io.weir.payments.domain.PaymentEntity;
import io.weir.payments.spi.Fact;
import io.weir.payments.spi.RefundAnswer;
import io.weir.payments.store.RefundRows;
import io.weir.platform.api.Ids;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Applies what a gateway says of money that went back: of refunds that were asked for here, by the gateway's name for
 * them, and of those that somebody made at the provider. A notice that is quicker than the answer is recognised by its
 * amount; should it have been about another refund, the answer is recorded as that one.
 */
@ApplicationScoped
public class RefundFacts {
    private static final String ELSEWHERE = "made at the gateway";

    @Inject
    SubjectSearch search;
    @Inject
    RefundRows refunds;
    @Inject
    RefundOutcomes outcomes;
    @Inject
    Time time;

    /**
     * One that names a payment and comes before its notice waits: the inbox tries again. One that names none of ours
     * may be of something that the merchant sold elsewhere; a person has to look.
     */
    public Applied apply(TenantId tenant, String gateway, Fact.Refunded fact) {
        var found = search.lock(gateway, fact.subject());
        if (found.isPresent()) {
            return apply(tenant, gateway, found.get(), fact);
        }
        if (fact.subject().payment().isPresent() || fact.subject().orderCode().isPresent()) {
            throw new IllegalStateException("no payment is known for refund " + fact.reference());
        }
        return new Applied("refund " + fact.reference() + " of money that is not known here", true, Optional.empty());
    }

    private Applied apply(TenantId tenant, String gateway, PaymentEntity payment, Fact.Refunded fact) {
        var told = "refund " + fact.reference() + " of " + fact.amount();
        if (!payment.gateway().equals(gateway)) {
            return new Applied(told + ": payment of another gateway", true, Optional.of(payment.id()));
        }
        if (payment.status().isOpen()) {
            throw new IllegalStateException(told + " of a payment that has not completed");
        }
        boolean fits = fact.amount().currency().equals(payment.amount().currency()) && fact.amount().minor() > 0;
        if (!fits || payment.status() == PaymentStatus.FAILED || payment.status() == PaymentStatus.CANCELLED) {
            payment.needsPerson(told + " does not fit");
            return new Applied(told + " does not fit a payment that is " + payment.status().word(), true,
                    Optional.of(payment.id()));
        }
        return applied(tenant, payment, fact, told);
    }

    private Applied applied(TenantId tenant, PaymentEntity payment, Fact.Refunded fact, String told) {
        var answer = new RefundAnswer(fact.outcome(), Optional.of(fact.reference()), Optional.empty());
        var after = told(tenant, payment, answer, fact.amount());
        return new Applied(told + ": " + after.status().word(), payment.needsPerson(), Optional.of(payment.id()));
    }

    private Refund told(TenantId tenant, PaymentEntity payment, RefundAnswer answer, Money amount) {
        var all = refunds.of(tenant, payment.id());
        var known = all.stream().filter(refund -> refund.reference().equals(answer.reference())).findFirst()
                .or(() -> all.stream().filter(refund -> isUnanswered(refund) && refund.amount().equals(amount))
                        .findFirst());
        return outcomes.take(tenant, payment, known.orElseGet(() -> elsewhere(tenant, payment.id(), amount)), answer);
    }

    private static boolean isUnanswered(Refund refund) {
        return refund.status().isOpen() && !refund.byHand() && refund.reference().isEmpty();
    }

    private Refund elsewhere(TenantId tenant, PaymentId payment, Money amount) {
        var found = new Refund(Ids.next(), payment, amount, Status.PENDING, false, ELSEWHERE, Optional.empty(),
                Optional.empty(), Optional.empty(), time.now(tenant), Optional.empty());
        refunds.insert(tenant, found, Optional.empty());
        return found;
    }

    /**
     * The answer to a wish of ours. When its row has another name meanwhile, a notice about a refund of the same amount
     * was taken for it: then this answer is the other one.
     */
    Refund answered(TenantId tenant, PaymentEntity payment, Refund known, RefundAnswer answer) {
        boolean taken = answer.reference().isPresent() && known.reference().isPresent()
                && !known.reference().equals(answer.reference());
        return taken ? told(tenant, payment, answer, known.amount()) : outcomes.take(tenant, payment, known, answer);
    }
}
