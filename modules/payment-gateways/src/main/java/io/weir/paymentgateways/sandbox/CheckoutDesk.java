package io.weir.paymentgateways.sandbox;

import io.weir.kernel.api.RefusedException;
import io.weir.kernel.api.TenantId;
import io.weir.paymentgateways.sandbox.SandboxRefund.Charge;
import io.weir.payments.spi.Fact;
import io.weir.payments.spi.GatewayException;
import io.weir.payments.spi.Inquiries;
import io.weir.payments.spi.Merchant;
import io.weir.payments.spi.OpenOrder;
import io.weir.payments.spi.OpenedOrder;
import io.weir.payments.spi.PaymentsOfAllTenants.Found;
import io.weir.payments.spi.Subject;
import io.weir.platform.api.Time;
import io.weir.tenancy.api.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What happens with checkouts, each verb a transaction of its own: a checkout is decided, its money taken, its
 * agreement begun and all of that queued to be told, or none of it.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class CheckoutDesk implements Inquiries {
    static final String SCRIPT = "SANDBOX_SCRIPT";
    private static final Duration OPEN_FOR = Duration.ofDays(1);

    @Inject
    CheckoutRows checkouts;
    @Inject
    ChargeRows charges;
    @Inject
    AgreementRows agreements;
    @Inject
    MethodRows methods;
    @Inject
    NoticeRows notices;
    @Inject
    Time time;

    /** A decided checkout, and what is to be told of it at once. */
    record Decided(HeldCheckout checkout, List<NoticeRows.Queued> toDeliver) {
    }

    /** The same again for the same payment. */
    public HeldCheckout open(Merchant merchant, OpenOrder order) {
        var now = time.now();
        var script = script(merchant);
        return kept(HeldCheckout.of(merchant.tenant().id(), order, script, now.plus(OPEN_FOR)), now);
    }

    /** A payment's checkout, whenever it was opened. */
    public HeldCheckout checkout(Found found) {
        var now = time.now();
        return checkouts.find(found.tenant().id(), found.payment().id()).orElseGet(() ->
                kept(HeldCheckout.of(found.tenant().id(), found.payment(), now.plus(OPEN_FOR)), now));
    }

    /**
     * @param script what is to be other than its own script says, by its members
     */
    public Decided decide(Found found, SandboxOutcome outcome, Map<String, String> script) {
        var now = time.now();
        checkout(found);
        var open = checkouts.lock(found.tenant().id(), found.payment().id()).orElseThrow();
        var decided = open.decide(outcome, open.script().with(script));
        checkouts.update(decided, now);
        var begun = outcome.said() == Fact.Outcome.PAID ? take(found.tenant(), decided, now)
                : Optional.<SandboxAgreement>empty();
        var events = SandboxEvents.of(decided, outcome, begun, now);
        return new Decided(decided, notices.take(found.tenant().id(), Sending.of(events, decided.script(), now), now));
    }

    @Override
    public List<Fact.OfPayment> ask(Merchant merchant, OpenedOrder order) {
        return checkouts.find(merchant.tenant().id(), order.payment()).map(this::known).orElse(List.of());
    }

    @Override
    public void close(Merchant merchant, OpenedOrder order) {
        checkouts.lock(merchant.tenant().id(), order.payment())
                .ifPresent(checkout -> checkouts.update(checkout.close(), time.now()));
    }

    private HeldCheckout kept(HeldCheckout checkout, Instant now) {
        checkouts.add(checkout, now);
        return checkouts.find(checkout.tenant(), checkout.id()).orElseThrow(() -> new GatewayException(
                "payment " + checkout.id() + " is another tenant's", null));
    }

    private Optional<SandboxAgreement> take(Tenant tenant, HeldCheckout paid, Instant now) {
        charges.add(tenant.id(), new Charge(paid.charge(), paid.taken(), paid.script()), now);
        paid.card().ifPresent(card -> methods.use(tenant.id(), paid.account(), card, now));
        if (paid.recurring().isEmpty()) {
            return Optional.empty();
        }
        var begun = SandboxAgreement.begin(paid, tenant.zone(), time.now(tenant.id()), now);
        agreements.add(begun);
        return Optional.of(begun);
    }

    private List<Fact.OfPayment> known(HeldCheckout checkout) {
        var subject = Subject.of(checkout.id());
        var words = checkout.words().orElse("");
        return switch (checkout.status()) {
            case OPEN -> List.of();
            case PROCESSING -> List.of(Fact.OfPayment.of(subject, Fact.Outcome.PROCESSING, words));
            case FAILED -> List.of(Fact.OfPayment.of(subject, Fact.Outcome.FAILED, words));
            case CANCELLED -> List.of(Fact.OfPayment.of(subject, Fact.Outcome.CANCELLED, words));
            case PAID -> List.of(begun(checkout.tenant(), checkout, Fact.OfPayment.paid(subject, checkout.taken(),
                    checkout.charge())));
        };
    }

    private Fact.OfPayment begun(TenantId tenant, HeldCheckout paid, Fact.OfPayment fact) {
        return agreements.find(tenant, paid.agreement()).map(agreement -> fact.beginning(agreement.state()))
                .orElse(fact);
    }

    static Script script(Merchant merchant) {
        try {
            return Script.of(merchant.setting(SCRIPT).orElse(""));
        } catch (RefusedException e) {
            throw new GatewayException(SCRIPT + " of tenant " + merchant.tenant().slug() + " is no script", e);
        }
    }
}
