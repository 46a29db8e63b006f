package io.weir.paymentgateways.sandbox;

import io.weir.payments.spi.Merchant;
import io.weir.platform.api.Secrets;
import io.weir.platform.api.Time;
import io.weir.tenancy.api.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;

/**
 * The keys that notices are signed with: each tenant's own, derived, and besides it the one that a tenant or the
 * installation has set, so that notices can be made outside too.
 */
@ApplicationScoped
public class SandboxKeys {
    static final String SECRET = "SANDBOX_WEBHOOK_SECRET";
    private final Secrets secrets;
    private final Time time;

    @Inject
    SandboxKeys(Secrets secrets, Time time) {
        this.secrets = secrets;
        this.time = time;
    }

    /** For the container's proxy. */
    protected SandboxKeys() {
        this(null, null);
    }

    /** The value of the signature header for a notice that leaves now. */
    public String sign(Tenant tenant, byte[] body) {
        return SandboxSignature.sign(derived(tenant), time.now(), body);
    }

    /** The same by a wrong key. */
    public String signWrongly(byte[] body) {
        return SandboxSignature.sign("wrong".getBytes(StandardCharsets.UTF_8), time.now(), body);
    }

    public boolean isGenuine(Merchant merchant, String signature, byte[] body) {
        return SandboxSignature.matches(derived(merchant.tenant()), signature, time.now(), body)
                || merchant.setting(SECRET).filter(secret -> SandboxSignature.matches(
                        secret.getBytes(StandardCharsets.UTF_8), signature, time.now(), body)).isPresent();
    }

    private byte[] derived(Tenant tenant) {
        return secrets.derive("sandbox-gateway/" + tenant.id());
    }
}
