package io.weir.paymentgateways.payos;

import io.weir.payments.spi.Checkup;
import io.weir.payments.spi.Gateway;
import io.weir.payments.spi.GatewayException;
import io.weir.payments.spi.GatewaySetting;
import io.weir.payments.spi.Inquiries;
import io.weir.payments.spi.Merchant;
import io.weir.payments.spi.Notice;
import io.weir.payments.spi.OpenOrder;
import io.weir.payments.spi.Opened;
import io.weir.payments.spi.Subject;
import io.weir.payments.spi.WebhookRegistration;
import io.weir.platform.api.Installation;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Transfers of dong through PayOS. It gives no money back: refunds are transfers by hand. */
@ApplicationScoped
public class PayosGateway implements Gateway {
    static final String NAME = "payos";
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Installation installation;
    private final Time time;
    private final HttpClient http;
    private final RecentCodes codes = new RecentCodes();

    @Inject
    PayosGateway(Installation installation, Time time) {
        this(installation, time, HttpClient.newBuilder().connectTimeout(PATIENCE).build());
    }

    /** For the container's proxy. */
    protected PayosGateway() {
        this(null, null, null);
    }

    private PayosGateway(Installation installation, Time time, HttpClient http) {
        this.installation = installation;
        this.time = time;
        this.http = http;
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
        return PayosAccount.SETTINGS;
    }

    @Override
    public boolean isConfigured(Merchant merchant) {
        return PayosAccount.isComplete(merchant);
    }

    @Override
    public Opened open(Merchant merchant, OpenOrder order) {
        return new PayosLinks(client(merchant), places(merchant), codes).open(order, time.now());
    }

    @Override
    public boolean isGenuine(Merchant merchant, Map<String, String> headers, byte[] body) {
        return PayosNotices.isGenuine(PayosAccount.checksumKey(merchant), body);
    }

    @Override
    public Notice read(byte[] body) {
        return PayosNotices.read(body);
    }

    @Override
    public Optional<Subject> claimedSubject(byte[] body) {
        return PayosNotices.claimedSubject(body);
    }

    @Override
    public Optional<Inquiries> inquiries() {
        return Optional.of(new PayosInquiries(this::client));
    }

    @Override
    public Optional<Checkup> checkup() {
        return Optional.of(new PayosCheckup(this::client));
    }

    @Override
    public Optional<WebhookRegistration> webhookRegistration() {
        return Optional.of(this::confirmWebhook);
    }

    /** Tells PayOS where this merchant's messages go; see {@link WebhookRegistration#register}. */
    public String confirmWebhook(Merchant merchant, String url) {
        var answer = client(merchant).confirmWebhook(url);
        try {
            var channel = answer.unsigned();
            return Stream.of("name", "accountName", "accountNumber").map(channel::text).flatMap(Optional::stream)
                    .collect(Collectors.joining(", "));
        } catch (IllegalArgumentException e) {
            throw new GatewayException("PayOS's answer about the address is not as usual: " + e.getMessage(), e);
        }
    }

    private PayosClient client(Merchant merchant) {
        return new PayosClient(http, PayosAccount.of(merchant));
    }

    private PayosLinks.Places places(Merchant merchant) {
        var portal = installation.baseUrl() + "/portal/billing";
        var returnUrl = merchant.setting(PayosAccount.RETURN_URL).orElse(portal);
        return new PayosLinks.Places(returnUrl, merchant.setting(PayosAccount.CANCEL_URL).orElse(returnUrl),
                PayosAccount.linkLife(merchant));
    }
}
