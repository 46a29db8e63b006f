package io.weir.paymentgateways.paddle;

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
import io.weir.payments.spi.OpenOrder;
import io.weir.payments.spi.Opened;
import io.weir.payments.spi.RefundInquiries;
import io.weir.payments.spi.Refunds;
import io.weir.payments.spi.SavedMethods;
import io.weir.payments.spi.Subject;
import io.weir.payments.spi.UnreadableNoticeException;
import io.weir.platform.api.Installation;
import io.weir.platform.api.Secrets;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Paddle for any merchant. With an API key and a webhook secret it speaks Billing; with a vendor id and a public key,
 * Classic. With all four, Billing sells, since Classic is closed to newcomers and such a merchant is on its way over;
 * what was sold by Classic is still looked after there, told by the form of its name.
 */
@ApplicationScoped
public class PaddleGateway implements Gateway {
    static final String NAME = "paddle";

    private final List<Edition> editions;
    private final EditionParts parts;

    @Inject
    PaddleGateway(Time time, Installation installation, Secrets secrets) {
        this(editions(time, installation, new IdSeal(secrets.derive(IdSeal.PURPOSE))));
    }

    /** For the container's proxy. */
    protected PaddleGateway() {
        this(List.of());
    }

    /** @param editions the preferred one first */
    PaddleGateway(List<Edition> editions) {
        this.editions = editions;
        this.parts = new EditionParts(this::edition);
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
        return PaddleSettings.ALL;
    }

    @Override
    public boolean isConfigured(Merchant merchant) {
        return editions.stream().anyMatch(edition -> edition.fits(merchant));
    }

    @Override
    public Opened open(Merchant merchant, OpenOrder order) {
        return EditionParts.answered(() -> edition(merchant, Optional.empty()).open(merchant, order));
    }

    @Override
    public boolean isGenuine(Merchant merchant, Map<String, String> headers, byte[] body) {
        return editions.stream().anyMatch(edition -> edition.isGenuine(merchant, headers, body));
    }

    @Override
    public Notice read(byte[] body) {
        return editions.stream().filter(edition -> edition.wrote(body)).findFirst()
                .orElseThrow(() -> new UnreadableNoticeException("neither JSON nor a form")).read(body);
    }

    @Override
    public Optional<Subject> claimedSubject(byte[] body) {
        return editions.stream().filter(edition -> edition.wrote(body)).findFirst()
                .flatMap(edition -> edition.claimedSubject(body));
    }

    @Override
    public Optional<Customers> customers() {
        return Optional.of(parts);
    }

    @Override
    public Optional<Inquiries> inquiries() {
        return Optional.of(parts);
    }

    @Override
    public Optional<Refunds> refunds() {
        return Optional.of(parts);
    }

    @Override
    public Optional<SavedMethods> savedMethods() {
        return Optional.of(parts);
    }

    @Override
    public Optional<BillingPortal> billingPortal() {
        return Optional.of(parts);
    }

    @Override
    public Optional<Agreements> agreements() {
        return Optional.of(parts);
    }

    @Override
    public Optional<AgreementInquiries> agreementInquiries() {
        return Optional.of(parts);
    }

    @Override
    public Optional<RefundInquiries> refundInquiries() {
        return Optional.of(parts);
    }

    @Override
    public Optional<Checkup> checkup() {
        return Optional.of(parts);
    }

    private static List<Edition> editions(Time time, Installation installation, IdSeal seal) {
        return List.of(new BillingEdition(time, seal), new ClassicEdition(time, installation, seal));
    }

    /** The one that made what the reference names, else the one that the merchant's settings prefer. */
    private Edition edition(Merchant merchant, Optional<String> reference) {
        var fitting = editions.stream().filter(edition -> edition.fits(merchant)).toList();
        return reference.flatMap(name -> fitting.stream().filter(edition -> edition.names(name)).findFirst())
                .or(() -> fitting.stream().findFirst())
                .orElseThrow(() -> new GatewayException(
                        "tenant " + merchant.tenant().slug() + " has not set Paddle up", null));
    }
}
