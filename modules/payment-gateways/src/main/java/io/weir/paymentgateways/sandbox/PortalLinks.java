package io.weir.paymentgateways.sandbox;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import io.weir.payments.spi.BillingPortal;
import io.weir.payments.spi.Merchant;
import io.weir.payments.spi.Payer;
import io.weir.platform.api.Json;
import io.weir.platform.api.Secrets;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Links to the sandbox's own portal, where an account sees its agreements and cards. Nobody signs in there: the link
 * itself says whose page it is, for an hour, and only we can make one.
 */
@ApplicationScoped
public class PortalLinks implements BillingPortal {
    private static final Duration GOOD_FOR = Duration.ofHours(1);
    private static final String ALGORITHM = "HmacSHA256";

    private final SandboxPages pages;
    private final Secrets secrets;
    private final Time time;

    @Inject
    PortalLinks(SandboxPages pages, Secrets secrets, Time time) {
        this.pages = pages;
        this.secrets = secrets;
        this.time = time;
    }

    /** For the container's proxy. */
    protected PortalLinks() {
        this(null, null, null);
    }

    /** What a link says. */
    record Visit(TenantId tenant, AccountId account, Instant until, Optional<String> returnUrl) {
    }

    @Override
    public String open(Merchant merchant, Payer payer, Optional<String> returnUrl) {
        var visit = new Visit(merchant.tenant().id(), payer.account(), time.now().plus(GOOD_FOR), returnUrl);
        var text = Base64.getUrlEncoder().withoutPadding().encodeToString(
                Json.write(visit).getBytes(StandardCharsets.UTF_8));
        return pages.portal(text + "." + seal(text));
    }

    /** Empty for a link that is not ours, or too old. */
    public Optional<Visit> read(String link) {
        var parts = link.split("\\.", 2);
        if (parts.length != 2 || !MessageDigest.isEqual(seal(parts[0]).getBytes(StandardCharsets.US_ASCII),
                parts[1].getBytes(StandardCharsets.UTF_8))) {
            return Optional.empty();
        }
        var json = new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8);
        return Optional.of(Json.read(json, Visit.class)).filter(visit -> time.now().isBefore(visit.until()));
    }

    private String seal(String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secrets.derive("sandbox-portal"), ALGORITHM));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(
                    mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
