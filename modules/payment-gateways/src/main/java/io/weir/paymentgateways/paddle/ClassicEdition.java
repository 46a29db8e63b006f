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
import io.weir.payments.spi.UnreadableNoticeException;
import io.weir.platform.api.Installation;
import io.weir.platform.api.Time;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Paddle Classic. */
final class ClassicEdition implements Edition {
    /** Of subscriptions and users ({@code 555001}), of orders ({@code 123456-7890123}), and ours of pay links. */
    private static final Pattern NAME = Pattern.compile("\\d{1,20}(-\\d{1,20})?|" + PayLink.FORM);
    private static final Pattern FORM = Pattern.compile("[A-Za-z_][A-Za-z0-9_\\[\\]%.-]{0,100}=");

    private final IdSeal seal;
    private final ClassicCheckouts checkouts;
    private final ClassicPayers payers;
    private final ClassicAgreements agreements;
    private final ClassicRefunds refunds;
    private final ClassicInquiries inquiries;
    private final ClassicCheckup checkup;

    ClassicEdition(Time time, Installation installation, IdSeal seal) {
        this.seal = seal;
        var api = new ClassicApi();
        var orders = new ClassicOrders(api, seal);
        this.checkouts = new ClassicCheckouts(orders, time, installation);
        this.payers = new ClassicPayers(api);
        this.agreements = new ClassicAgreements(api, time, seal);
        this.refunds = new ClassicRefunds(api, orders);
        this.inquiries = new ClassicInquiries(agreements, orders);
        this.checkup = new ClassicCheckup(api);
    }

    @Override
    public boolean fits(Merchant merchant) {
        return merchant.has(PaddleSettings.VENDOR_ID) && merchant.has(PaddleSettings.PUBLIC_KEY)
                && ClassicApi.hasAuthCode(merchant);
    }

    @Override
    public boolean names(String reference) {
        return NAME.matcher(reference).matches();
    }

    @Override
    public boolean wrote(byte[] body) {
        return FORM.matcher(new String(body, StandardCharsets.ISO_8859_1)).lookingAt();
    }

    @Override
    public boolean isGenuine(Merchant merchant, Map<String, String> headers, byte[] body) {
        return merchant.setting(PaddleSettings.PUBLIC_KEY).filter(key -> ClassicSignature.matches(key, body))
                .isPresent();
    }

    @Override
    public Notice read(byte[] body) {
        return ClassicAlert.of(body, seal).notice();
    }

    @Override
    public Optional<Subject> claimedSubject(byte[] body) {
        try {
            return ClassicAlert.of(body, seal).claimed();
        } catch (UnreadableNoticeException e) {
            return Optional.empty();
        }
    }

    @Override
    public Opened open(Merchant merchant, OpenOrder order) {
        return checkouts.open(merchant, order);
    }

    @Override
    public Customers customers() {
        return payers;
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
        return payers;
    }

    @Override
    public BillingPortal billingPortal() {
        return payers;
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
}
