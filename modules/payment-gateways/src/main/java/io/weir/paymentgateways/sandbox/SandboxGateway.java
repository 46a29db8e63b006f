package io.weir.paymentgateways.sandbox;

import io.weir.payments.api.Payment;
import io.weir.payments.spi.Gateway;
import io.weir.payments.spi.GatewayException;
import io.weir.payments.spi.Merchant;
import io.weir.payments.spi.Notice;
import io.weir.payments.spi.OpenOrder;
import io.weir.payments.spi.Opened;
import io.weir.payments.spi.Subject;
import io.weir.payments.spi.UnreadableNoticeException;
import io.weir.platform.api.Secrets;
import io.weir.platform.api.Time;
import io.weir.tenancy.api.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/** Takes no money, and only for sandbox tenants. Each tenant's notices are signed with a key of its own. */
@ApplicationScoped
public class SandboxGateway implements Gateway {
    static final String NAME = "sandbox";

    private final SandboxPages pages;
    private final Secrets secrets;
    private final Time time;

    @Inject
    SandboxGateway(SandboxPages pages, Secrets secrets, Time time) {
        this.pages = pages;
        this.secrets = secrets;
        this.time = time;
    }

    /** For the container's proxy. */
    protected SandboxGateway() {
        this(null, null, null);
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
    public boolean isConfigured(Merchant merchant) {
        return merchant.tenant().sandbox();
    }

    @Override
    public Opened open(Merchant merchant, OpenOrder order) {
        if (!merchant.tenant().sandbox()) {
            throw new GatewayException("tenant " + merchant.tenant().slug() + " is no sandbox", null);
        }
        return Opened.of(new Payment.Checkout(Optional.of(pages.checkout(order.payment())), Optional.empty(),
                Optional.of("sandbox-" + order.payment()), Optional.empty()));
    }

    @Override
    public boolean isGenuine(Merchant merchant, Map<String, String> headers, byte[] body) {
        var signature = headers.getOrDefault(SandboxSignature.HEADER, "");
        return merchant.tenant().sandbox()
                && SandboxSignature.matches(key(merchant.tenant()), signature, time.now(), body);
    }

    @Override
    public Notice read(byte[] body) {
        return SandboxEvent.read(body).map(SandboxEvent::toNotice)
                .orElseThrow(() -> new UnreadableNoticeException("no event of the sandbox"));
    }

    @Override
    public Optional<Subject> claimedSubject(byte[] body) {
        return SandboxEvent.read(body).map(event -> Subject.ofOrder(event.orderCode()));
    }

    /** The value of the signature header for a notice that leaves now. */
    public String sign(Tenant tenant, byte[] body) {
        return SandboxSignature.sign(key(tenant), time.now(), body);
    }

    private byte[] key(Tenant tenant) {
        return secrets.derive("sandbox-gateway/" + tenant.id());
    }
}
