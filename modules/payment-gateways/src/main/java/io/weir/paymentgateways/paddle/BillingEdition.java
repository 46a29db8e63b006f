package io.weir.paymentgateways.paddle;

import io.weir.payments.spi.AgreementInquiries;
import io.weir.payments.spi.Agreements;
import io.weir.payments.spi.BillingPortal;
import io.weir.payments.spi.Checkup;
import io.weir.payments.spi.Customers;
import io.weir.payments.spi.Inquiries;
import io.weir.payments.spi.Merchant;
import io.weir.payments.spi.Notice;
import io.weir.payments.spi.OpenOrder;
import io.weir.payments.spi.Opened;
import io.weir.payments.spi.RefundInquiries;
import io.weir.payments.spi.Refunds;
import io.weir.payments.spi.SavedMethods;
import io.weir.payments.spi.Subject;
import io.weir.platform.api.Time;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Paddle Billing. */
final class BillingEdition implements Edition {
    /** Of Paddle's own libraries, in seconds. */
    private static final long USUAL_TOLERANCE = 5;

    private final Time time;
    private final IdSeal seal;
    private final BillingCheckouts checkouts;
    private final BillingCustomers customers;
    private final BillingAgreements agreements;
    private final BillingRefunds refunds;
    private final BillingInquiries inquiries;
    private final BillingCheckup checkup;

    BillingEdition(Time time, IdSeal seal) {
        this.time = time;
        this.seal = seal;
        var api = new BillingApi();
        var prices = new BillingPrices(api);
        this.checkouts = new BillingCheckouts(api, prices, seal);
        this.customers = new BillingCustomers(api);
        this.agreements = new BillingAgreements(api, prices, seal);
        this.refunds = new BillingRefunds(api, seal);
        this.inquiries = new BillingInquiries(api, seal);
        this.checkup = new BillingCheckup(api, time);
    }

    @Override
    public boolean fits(Merchant merchant) {
        return merchant.has(PaddleSettings.API_KEY) && merchant.has(PaddleSettings.WEBHOOK_SECRET);
    }

    @Override
    public boolean names(String reference) {
        return BillingApi.isId(reference);
    }

    @Override
    public boolean wrote(byte[] body) {
        return new String(body, StandardCharsets.UTF_8).stripLeading().startsWith("{");
    }

    @Override
    public boolean isGenuine(Merchant merchant, Map<String, String> headers, byte[] body) {
        var secret = merchant.setting(PaddleSettings.WEBHOOK_SECRET).map(String::trim).orElse("");
        var header = headers.getOrDefault(BillingSignature.HEADER, "");
        return BillingSignature.matches(secret, header, time.now(), tolerance(merchant), body);
    }

    @Override
    public Notice read(byte[] body) {
        return BillingEvent.of(body, seal).notice();
    }

    @Override
    public Optional<Subject> claimedSubject(byte[] body) {
        return BillingEvent.claimedSubject(body, seal);
    }

    @Override
    public Opened open(Merchant merchant, OpenOrder order) {
        return checkouts.open(merchant, order);
    }

    @Override
    public Customers customers() {
        return customers;
    }

    @Override
    public Inquiries inquiries() {
        return checkouts;
    }

    @Override
    public Refunds refunds() {
        return refunds;
    }

    @Override
    public SavedMethods savedMethods() {
        return customers;
    }

    @Override
    public BillingPortal billingPortal() {
        return customers;
    }

    @Override
    public Agreements agreements() {
        return agreements;
    }

    @Override
    public AgreementInquiries agreementInquiries() {
        return inquiries;
    }

    @Override
    public RefundInquiries refundInquiries() {
        return inquiries;
    }

    @Override
    public Checkup checkup() {
        return checkup;
    }

    private static Duration tolerance(Merchant merchant) {
        return Duration.ofSeconds(merchant.setting(PaddleSettings.TOLERANCE_SECONDS).map(String::trim)
                .filter(seconds -> seconds.matches("\\d{1,6}")).map(Long::parseLong).orElse(USUAL_TOLERANCE));
    }
}
