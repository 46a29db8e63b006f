package io.weir.payments.app;

import io.weir.kernel.api.TenantId;
import io.weir.payments.api.AccountAgreements.Wish;
import io.weir.payments.api.AgreementUpdated;
import io.weir.payments.api.Payment;
import io.weir.payments.api.PaymentStatus;
import io.weir.payments.api.Payments;
import io.weir.payments.api.Recurring;
import io.weir.payments.api.RenewalMissed;
import io.weir.payments.domain.Applied;
import io.weir.payments.domain.Receipt;
import io.weir.payments.domain.StoredAgreement;
import io.weir.payments.spi.AgreementState;
import io.weir.payments.spi.Fact;
import io.weir.payments.spi.Subject;
import io.weir.payments.store.AgreementRows;
import io.weir.payments.store.AgreementWishes;
import io.weir.payments.store.NewPayments;
import io.weir.payments.store.PaymentRows;
import io.weir.platform.api.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Applies what a gateway says of an agreement. Messages of one agreement overtake each other: whichever comes first
 * writes it down, if it names the payment that began it; else it waits, which is a failure that the inbox tries again.
 */
@ApplicationScoped
public class AgreementFacts {
    private static final String RENEWAL = "renewal";
    private static final Applied FOREIGN = Applied.quietly("an agreement that was not made here");

    @Inject
    AgreementRows agreements;
    @Inject
    SubjectSearch search;
    @Inject
    NewPayments newPayments;
    @Inject
    AgreementWishes wishes;
    @Inject
    PaymentRows payments;
    @Inject
    Settlement settlement;
    @Inject
    Outbox outbox;

    /** Its first payment is known. Nothing else of it is: that is told by messages of its own. */
    public void begin(TenantId tenant, Payment payment, AgreementState begun) {
        var product = begun.product().or(() -> payment.recurring().map(Recurring::product))
                .orElse(payment.purpose().item());
        if (agreements.begin(tenant, payment, begun, product)) {
            agreements.lock(payment.gateway(), begun.reference()).ifPresent(agreement -> {
                publish(tenant, agreement);
                endUnwanted(tenant, payment, agreement);
            });
        }
    }

    /** Nobody is charged each period for something that was given up before it was paid. */
    private void endUnwanted(TenantId tenant, Payment payment, StoredAgreement agreement) {
        if (payment.status() == PaymentStatus.FAILED || payment.status() == PaymentStatus.CANCELLED) {
            wishes.put(tenant, agreement.agreement().id(), Wish.END_NOW);
        }
    }

    public Applied apply(TenantId tenant, String gateway, Fact.AgreementChanged fact) {
        var found = known(tenant, gateway, fact.subject(), fact.state());
        if (found.isEmpty()) {
            return FOREIGN;
        }
        var known = found.get();
        var changed = known.changedBy(fact.state(), fact.at());
        changed.ifPresent(now -> {
            agreements.update(now, fact.state().customer());
            if (!now.agreement().equals(known.agreement())) {
                publish(tenant, now);
            }
        });
        return new Applied(changed.isPresent() ? "agreement " + fact.state().status().name().toLowerCase(Locale.ROOT)
                : "older than what is known", false, Optional.of(known.agreement().firstPayment()));
    }

    public Applied apply(TenantId tenant, String gateway, Fact.Renewed fact) {
        var known = known(tenant, gateway, fact.subject(),
                AgreementState.active(fact.agreement(), Optional.empty()));
        if (known.isEmpty()) {
            return FOREIGN;
        }
        if (isFirst(known.get(), fact.charge())) {
            return Applied.quietly("its first payment");
        }
        var renewed = known.get().renewed(fact.product());
        var id = newPayments.insertRenewal(tenant, order(renewed, fact), renewed.agreement(), fact.charge());
        if (id.isEmpty()) {
            return Applied.quietly("renewed already");
        }
        var payment = payments.lock(id.get()).orElseThrow();
        var receipt = new Receipt(fact.amount(), gateway, "payment/" + id.get());
        settlement.receive(tenant, payment, receipt,
                new Settlement.Told(Optional.of(fact.charge()), Optional.empty()));
        agreements.update(renewed, Optional.empty());
        publish(tenant, renewed);
        return new Applied("renewed: " + fact.amount(), false, id);
    }

    private boolean isFirst(StoredAgreement agreement, String charge) {
        return payments.find(agreement.agreement().firstPayment())
                .filter(first -> first.toPayment().gatewayReference().filter(charge::equals).isPresent()).isPresent();
    }

    public Applied apply(TenantId tenant, String gateway, Fact.RenewalFailed fact) {
        var known = known(tenant, gateway, fact.subject(),
                AgreementState.active(fact.agreement(), Optional.empty()));
        if (known.isEmpty()) {
            return FOREIGN;
        }
        if (newPayments.isCharged(tenant, gateway, fact.charge())) {
            return Applied.quietly("paid after all");
        }
        if (!agreements.miss(known.get(), fact.charge())) {
            return Applied.quietly("known to have failed");
        }
        var late = known.get().pastDue();
        agreements.update(late, Optional.empty());
        var agreement = late.agreement();
        outbox.publish(tenant, new RenewalMissed(tenant, agreement.id().toString(), agreement.account().toString(),
                agreement.product(), fact.words().orElse("")));
        publish(tenant, late);
        return new Applied("renewal failed", false, Optional.of(agreement.firstPayment()));
    }

    /**
     * What the gateway answered to a verb of ours. It counts now; but our clock says nothing of the gateway's, so what
     * its messages tell is held against each other alone.
     */
    public StoredAgreement answered(TenantId tenant, StoredAgreement asked, AgreementState state) {
        var known = agreements.lock(asked.agreement().gateway(), state.reference()).orElse(asked);
        var now = known.changedBy(state, known.changedAt().orElse(Instant.EPOCH)).orElse(known);
        agreements.update(now, state.customer());
        publish(tenant, now);
        return now;
    }

    /**
     * Empty for an agreement that names no payment of ours: a merchant may sell elsewhere with the same account. One
     * that does name a payment, and comes before that is known, is a failure that is tried again.
     */
    private Optional<StoredAgreement> known(TenantId tenant, String gateway, Subject subject, AgreementState state) {
        var found = agreements.lock(gateway, state.reference()).or(() -> {
            search.lock(gateway, subject).filter(payment -> payment.gateway().equals(gateway))
                    .ifPresent(payment -> begin(tenant, payment.toPayment(), state));
            return agreements.lock(gateway, state.reference());
        });
        if (found.isEmpty() && (subject.payment().isPresent() || subject.orderCode().isPresent())) {
            throw new IllegalStateException("no payment has begun agreement " + state.reference());
        }
        return found;
    }

    private static Payments.Order order(StoredAgreement agreement, Fact.Renewed fact) {
        var of = agreement.agreement();
        return new Payments.Order(of.account(), agreement.payer(), fact.amount(), agreement.description(),
                new Payment.Purpose(RENEWAL, of.product()), Optional.of(of.gateway()), Payments.Return.NOWHERE,
                Optional.empty());
    }

    private void publish(TenantId tenant, StoredAgreement agreement) {
        var now = agreement.agreement();
        outbox.publish(tenant, new AgreementUpdated(tenant, now.id().toString(), now.account().toString(),
                now.product(), now.status().name(), now.cancelAtPeriodEnd()));
    }
}
