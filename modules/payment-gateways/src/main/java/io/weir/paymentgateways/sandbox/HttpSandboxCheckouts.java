package io.weir.paymentgateways.sandbox;

import io.weir.kernel.api.Refusal;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.PaymentStatus;
import io.weir.payments.api.SandboxCheckouts;
import io.weir.payments.spi.PaymentsOfAllTenants;
import io.weir.payments.spi.PaymentsOfAllTenants.Found;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/**
 * Plays the outside gateway's page: what is chosen there is written down in the sandbox's books and told to Weir by
 * signed POSTs over HTTP, as by any other gateway.
 */
@ApplicationScoped
public class HttpSandboxCheckouts implements SandboxCheckouts {
    private final PaymentsOfAllTenants payments;
    private final CheckoutDesk desk;
    private final NoticeDelivery delivery;
    private final SandboxPages pages;

    @Inject
    HttpSandboxCheckouts(PaymentsOfAllTenants payments, CheckoutDesk desk, NoticeDelivery delivery,
            SandboxPages pages) {
        this.payments = payments;
        this.desk = desk;
        this.delivery = delivery;
        this.pages = pages;
    }

    /** For the container's proxy. */
    protected HttpSandboxCheckouts() {
        this(null, null, null, null);
    }

    @Override
    public SandboxCheckout checkout(PaymentId id) {
        var found = required(id);
        var payment = found.payment();
        var held = desk.checkout(found);
        return new SandboxCheckout(id, payment.orderCode(), found.tenant().slug(), found.tenant().name(),
                payment.description(), payment.amount(), status(payment.status(), held), found.returns().returnUrl(),
                found.returns().cancelUrl(), held.script().members());
    }

    @Override
    public String finish(PaymentId id, String word, Map<String, String> script) {
        var outcome = SandboxOutcome.named(word).orElseThrow(() -> Refusal.invalid("OUTCOME_UNKNOWN").asException());
        var found = required(id);
        if (!found.payment().status().isOpen()) {
            throw Refusal.conflict("PAYMENT_DECIDED").asException();
        }
        var decided = desk.decide(found, outcome, script);
        delivery.deliver(decided.toDeliver());
        return pages.next(found.payment(), found.returns(), decided.checkout().status().payment());
    }

    /** Decided here, and perhaps not known there yet. */
    private static PaymentStatus status(PaymentStatus known, HeldCheckout held) {
        return known.isOpen() && !held.status().isOpen() ? held.status().payment() : known;
    }

    private Found required(PaymentId id) {
        return payments.find(id).filter(found -> found.payment().gateway().equals(SandboxGateway.NAME))
                .orElseThrow(() -> Refusal.notFound("PAYMENT_NOT_FOUND").asException());
    }
}
