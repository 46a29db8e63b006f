package io.weir.paymentgateways.sandbox;

import io.weir.payments.api.Payment;
import io.weir.payments.spi.AgreementInquiries;
import io.weir.payments.spi.Agreements;
import io.weir.payments.spi.BillingPortal;
import io.weir.payments.spi.Checkup;
import io.weir.payments.spi.Customers;
import io.weir.payments.spi.Gateway;
import io.weir.payments.spi.GatewayException;
import io.weir.payments.spi.GatewaySetting;
import io.weir.payments.spi.Inquiries;
import io.weir.payments.spi.Merchant;
import io.weir.payments.spi.Notice;
import io.weir.payments.spi.OffSessionCharges;
import io.weir.payments.spi.OpenOrder;
import io.weir.payments.spi.Opened;
import io.weir.payments.spi.RefundInquiries;
import io.weir.payments.spi.Refunds;
import io.weir.payments.spi.SavedMethods;
import io.weir.payments.spi.Subject;
import io.weir.payments.spi.UnreadableNoticeException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes no money, and only for sandbox tenants; but has books of its own, and can do all that any other gateway can,
 * and all that goes wrong there. How it misbehaves is a {@link Script}: a tenant's, else the installation's, {@code
 * SANDBOX_SCRIPT}, or what is chosen on the checkout page.
 */
@ApplicationScoped
public class SandboxGateway implements Gateway {
    static final String NAME = "sandbox";

    private final SandboxPages pages;
    private final SandboxKeys keys;
    private final CheckoutDesk checkouts;
    private final AgreementDesk agreements;
    private final RefundDesk refunds;
    private final SavedCards cards;
    private final ChargeDesk charges;
    private final PortalLinks portal;
    private final SandboxCheckup checkup;

    @Inject
    SandboxGateway(SandboxPages pages, SandboxKeys keys, CheckoutDesk checkouts, AgreementDesk agreements,
            RefundDesk refunds, SavedCards cards, ChargeDesk charges, PortalLinks portal, SandboxCheckup checkup) {
        this.pages = pages;
        this.keys = keys;
        this.checkouts = checkouts;
        this.agreements = agreements;
        this.refunds = refunds;
        this.cards = cards;
        this.charges = charges;
        this.portal = portal;
        this.checkup = checkup;
    }

    /** For the container's proxy. */
    protected SandboxGateway() {
        this(null, null, null, null, null, null, null, null, null);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isManual() {
        return false;
    }

    @Override
    public List<GatewaySetting> settings() {
        return List.of(GatewaySetting.open(CheckoutDesk.SCRIPT), GatewaySetting.secret(SandboxKeys.SECRET));
    }

    @Override
    public boolean isConfigured(Merchant merchant) {
        return merchant.tenant().sandbox();
    }

    @Override
    public Opened open(Merchant merchant, OpenOrder order) {
        if (!merchant.tenant().sandbox()) {
            throw new GatewayException("tenant " + merchant.tenant().slug() + " is no sandbox", null);
        }
        var checkout = checkouts.open(merchant, order);
        return Opened.until(new Payment.Checkout(Optional.of(pages.checkout(order.payment())), Optional.empty(),
                Optional.of("sandbox-" + order.payment()), Optional.empty()), checkout.expiresAt());
    }

    @Override
    public boolean isGenuine(Merchant merchant, Map<String, String> headers, byte[] body) {
        return merchant.tenant().sandbox()
                && keys.isGenuine(merchant, headers.getOrDefault(SandboxSignature.HEADER, ""), body);
    }

    @Override
    public Notice read(byte[] body) {
        return SandboxEvent.read(body).map(SandboxEvent::toNotice)
                .orElseThrow(() -> new UnreadableNoticeException("no event of the sandbox"));
    }

    @Override
    public Optional<Subject> claimedSubject(byte[] body) {
        return SandboxEvent.read(body).map(SandboxEvent::subject);
    }

    @Override
    public Optional<Customers> customers() {
        return Optional.of((merchant, payer) -> SandboxAgreement.customer(payer.account()));
    }

    @Override
    public Optional<Inquiries> inquiries() {
        return Optional.of(checkouts);
    }

    @Override
    public Optional<Refunds> refunds() {
        return Optional.of(refunds);
    }

    @Override
    public Optional<SavedMethods> savedMethods() {
        return Optional.of(cards);
    }

    @Override
    public Optional<OffSessionCharges> offSessionCharges() {
        return Optional.of(charges);
    }

    @Override
    public Optional<BillingPortal> billingPortal() {
        return Optional.of(portal);
    }

    @Override
    public Optional<Agreements> agreements() {
        return Optional.of(agreements);
    }

    @Override
    public Optional<AgreementInquiries> agreementInquiries() {
        return Optional.of(agreements);
    }

    @Override
    public Optional<RefundInquiries> refundInquiries() {
        return Optional.of(refunds);
    }

    @Override
    public Optional<Checkup> checkup() {
        return Optional.of(checkup);
    }
}
