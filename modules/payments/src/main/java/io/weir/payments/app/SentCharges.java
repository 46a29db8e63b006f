package io.weir.payments.app;

import io.weir.kernel.api.TenantId;
import io.weir.payments.api.Charges.Charge;
import io.weir.payments.api.Charges.Outcome;
import io.weir.payments.api.Decline;
import io.weir.payments.api.Payment;
import io.weir.payments.api.PaymentId;
import io.weir.payments.app.ChargeSteps.Sent;
import io.weir.payments.spi.ChargeAnswer;
import io.weir.payments.spi.ChargeOrder;
import io.weir.payments.spi.Fact;
import io.weir.payments.spi.Gateway;
import io.weir.payments.spi.GatewayException;
import io.weir.payments.spi.Merchant;
import io.weir.payments.spi.OffSessionCharges;
import io.weir.payments.spi.Opened;
import io.weir.payments.spi.Payer;
import io.weir.payments.spi.Subject;
import io.weir.payments.store.CustomerRows;
import io.weir.platform.api.Time;
import io.weir.tenancy.api.Accounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Sends charges that are written down to their gateway, and hears what became of them; outside any transaction. What a
 * gateway answers is applied as its notice would be, so whichever comes second changes nothing.
 */
@ApplicationScoped
public class SentCharges {
    private static final Logger LOG = Logger.getLogger(SentCharges.class.getName());
    /** Providers remember a key for a day, and would charge a second time after it. */
    static final Duration KNOWN_FOR = Duration.ofHours(20);
    /** Longer than a request can be on its way to a provider that has not heard of it. */
    static final Duration ON_ITS_WAY = Duration.ofMinutes(10);
    private static final String NOT_SENT = "not_sent";

    @Inject
    TenantGateways gateways;
    @Inject
    Accounts accounts;
    @Inject
    CustomerRows customers;
    @Inject
    ChargeSteps steps;
    @Inject
    PaymentSteps paymentSteps;
    @Inject
    Time time;

    /** The same charge as before, if it was sent already. No answer is one that comes later. */
    public Charge send(TenantId tenant, Sent sent) {
        if (!sent.payment().status().isOpen() || sent.opened()) {
            return told(sent);
        }
        if (!time.now().isBefore(sent.charged().askedAt().plus(KNOWN_FOR))) {
            return ask(tenant, sent);
        }
        try {
            return applied(tenant, sent, asked(tenant, sent, OffSessionCharges::charge));
        } catch (GatewayException e) {
            return unheard(sent, e);
        }
    }

    private static Charge unheard(Sent sent, GatewayException e) {
        LOG.log(Level.WARNING, e, () -> "gateway " + sent.payment().gateway() + " did not say what became of order "
                + sent.payment().orderCode());
        return told(sent);
    }

    /** Charges nothing; for one whose answer was lost. One that never got there is given up after a while. */
    public Charge ask(TenantId tenant, Sent sent) {
        try {
            var found = asked(tenant, sent, OffSessionCharges::find);
            return found.map(answer -> applied(tenant, sent, answer)).orElseGet(() -> lost(tenant, sent));
        } catch (GatewayException e) {
            paymentSteps.asked(tenant, sent.payment().id(), List.of(), true);
            return unheard(sent, e);
        }
    }

    private Charge lost(TenantId tenant, Sent sent) {
        if (time.now().isBefore(sent.charged().askedAt().plus(ON_ITS_WAY))) {
            return told(sent);
        }
        return applied(tenant, sent, new ChargeAnswer.Declined(
                new Decline(NOT_SENT, "The gateway has not heard of it")));
    }

    private <T> T asked(TenantId id, Sent sent, Question<T> question) {
        var payment = sent.payment();
        var gateway = gateways.required(payment.gateway());
        var merchant = gateways.merchant(gateways.tenant(id), gateway);
        var part = gateway.offSessionCharges().orElseThrow(() -> new GatewayException(
                gateway.name() + " charges nobody any more", null));
        return question.ask(part, merchant, new ChargeOrder(payment.id(), payment.orderCode(), payment.amount(),
                payment.description(), payer(merchant, gateway, payment), sent.charged().method().id(),
                sent.charged().askedAt()));
    }

    private Payer payer(Merchant merchant, Gateway gateway, Payment payment) {
        var tenant = merchant.tenant().id();
        var account = accounts.account(tenant, payment.account());
        return new Payer(payment.account(), account.name(), account.email(),
                customers.find(tenant, gateway.name(), payment.account()));
    }

    private Charge applied(TenantId tenant, Sent sent, ChargeAnswer answer) {
        var id = sent.payment().id();
        var now = answer instanceof ChargeAnswer.Pending pending ? pending(tenant, sent, pending)
                : steps.apply(tenant, fact(id, answer), id);
        return told(new Sent(now, sent.charged(), true));
    }

    private static Fact.OfPayment fact(PaymentId id, ChargeAnswer answer) {
        return answer instanceof ChargeAnswer.Paid paid
                ? Fact.OfPayment.paid(Subject.of(id), paid.amount(), paid.reference())
                : Fact.OfPayment.of(Subject.of(id), Fact.Outcome.FAILED,
                        ((ChargeAnswer.Declined) answer).why().words());
    }

    private Payment pending(TenantId tenant, Sent sent, ChargeAnswer.Pending pending) {
        return paymentSteps.offer(tenant, sent.payment().id(), gateways.required(sent.payment().gateway()),
                Opened.of(new Payment.Checkout(Optional.empty(), Optional.empty(), Optional.of(pending.reference()),
                        Optional.empty())));
    }

    /** How it stands, by its payment alone. */
    static Charge told(Sent sent) {
        var payment = sent.payment();
        var method = Optional.of(sent.charged().method());
        return switch (payment.status()) {
            case COMPLETED, REFUNDED -> new Charge(Outcome.PAID, method, Optional.empty());
            case PENDING, PROCESSING -> new Charge(Outcome.PENDING, method, Optional.empty());
            case FAILED, CANCELLED -> new Charge(Outcome.DECLINED, method, Optional.of(Decline.of(payment.note())));
        };
    }

    private interface Question<T> {
        T ask(OffSessionCharges part, Merchant merchant, ChargeOrder order);
    }
}
