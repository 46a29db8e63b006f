package io.weir.paymentgateways.stripe;

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
import io.weir.platform.api.Installation;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Stripe: one payment by a Checkout page, or an agreement that begins with one and is charged each period. Knows no
 * card number: all are entered at Stripe's own pages.
 */
@ApplicationScoped
public class StripeGateway implements Gateway {
    static final String NAME = "stripe";

    private final SessionRequests requests;
    private final StripePages pages;
    private final Customers customers = new StripeCustomers();
    private final Time time;

    @Inject
    StripeGateway(Installation installation, Time time) {
        this.pages = new StripePages(installation);
        this.requests = new SessionRequests(pages);
        this.time = time;
    }

    /** For the container's proxy. */
    protected StripeGateway() {
        this(null, null);
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
        return StripeSettings.ALL;
    }

    @Override
    public boolean isConfigured(Merchant merchant) {
        return StripeSettings.areComplete(merchant);
    }

    /** The key is the payment's own, so that a second try finds the first one's session, for the 24 hours it lives. */
    @Override
    public Opened open(Merchant merchant, OpenOrder order) {
        if (!isConfigured(merchant)) {
            throw new GatewayException("tenant " + merchant.tenant().slug() + " has not set Stripe up", null);
        }
        var session = StripeCalls.make(merchant, stripe -> {
            var request = requests.of(merchant, order, stripe);
            return StripeCalls.answer(stripe.checkout().sessions().create(request,
                    StripeCalls.once("checkout-" + order.payment())));
        });
        var checkout = new Payment.Checkout(session.text("url"), Optional.empty(), session.text("id"),
                Optional.empty());
        return session.instant("expires_at").map(at -> Opened.until(checkout, at)).orElse(Opened.of(checkout));
    }

    @Override
    public boolean isGenuine(Merchant merchant, Map<String, String> headers, byte[] body) {
        var secrets = StripeSettings.webhookSecrets(merchant);
        return StripeSignature.parse(headers.getOrDefault(StripeSignature.HEADER, ""))
                .filter(signature -> signature.isOf(secrets, body, time.now())).isPresent();
    }

    @Override
    public Notice read(byte[] body) {
        return StripeEvent.parse(body).toNotice();
    }

    @Override
    public Optional<Subject> claimedSubject(byte[] body) {
        try {
            return Optional.of(read(body).fact().subject()).filter(subject -> !subject.equals(Subject.NOBODY));
        } catch (UnreadableNoticeException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<Customers> customers() {
        return Optional.of(customers);
    }

    @Override
    public Optional<Inquiries> inquiries() {
        return Optional.of(new StripeInquiries());
    }

    @Override
    public Optional<Refunds> refunds() {
        return Optional.of(new StripeRefunds());
    }

    @Override
    public Optional<RefundInquiries> refundInquiries() {
        return Optional.of(new StripeRefunds());
    }

    @Override
    public Optional<SavedMethods> savedMethods() {
        return Optional.of(new StripeMethods(requests, customers));
    }

    @Override
    public Optional<OffSessionCharges> offSessionCharges() {
        return Optional.of(new StripeCharges(pages));
    }

    @Override
    public Optional<BillingPortal> billingPortal() {
        return Optional.of(new StripePortal(pages, customers));
    }

    @Override
    public Optional<Agreements> agreements() {
        return Optional.of(new StripeAgreements());
    }

    @Override
    public Optional<AgreementInquiries> agreementInquiries() {
        return Optional.of(new StripeAgreementInquiries());
    }

    @Override
    public Optional<Checkup> checkup() {
        return Optional.of(new StripeCheckup(time));
    }
}
