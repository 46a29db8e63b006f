package io.weir.billing.app;

import io.weir.billing.api.PayLinks.Link;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.Installation;
import io.weir.platform.api.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What stands in a link: tenant and invoice, and a seal over both that only this installation can make. Nothing is
 * kept, so that the link in each mail, on the paper and on the page is the same one.
 */
@ApplicationScoped
public class PayLinkSeal {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int IDS = 32;
    private static final int SEAL = 20;
    private Secrets secrets;
    private Installation installation;

    protected PayLinkSeal() {
    }

    @Inject
    public PayLinkSeal(Secrets secrets, Installation installation) {
        this.secrets = secrets;
        this.installation = installation;
    }

    public String url(TenantId tenant, UUID invoice) {
        return installation.baseUrl() + "/portal/pay/" + token(tenant, invoice);
    }

    String token(TenantId tenant, UUID invoice) {
        var ids = ByteBuffer.allocate(IDS).putLong(tenant.value().getMostSignificantBits())
                .putLong(tenant.value().getLeastSignificantBits()).putLong(invoice.getMostSignificantBits())
                .putLong(invoice.getLeastSignificantBits()).array();
        var sealed = ByteBuffer.allocate(IDS + SEAL).put(ids).put(seal(ids)).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    Optional<Link> read(String token) {
        return bytes(token).filter(bytes -> bytes.length == IDS + SEAL)
                .filter(bytes -> MessageDigest.isEqual(seal(Arrays.copyOf(bytes, IDS)),
                        Arrays.copyOfRange(bytes, IDS, IDS + SEAL)))
                .map(ByteBuffer::wrap).map(ids -> new Link(new TenantId(new UUID(ids.getLong(), ids.getLong())),
                        new UUID(ids.getLong(), ids.getLong()), token));
    }

    private static Optional<byte[]> bytes(String token) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(token));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private byte[] seal(byte[] ids) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secrets.derive("pay-link"), ALGORITHM));
            return Arrays.copyOf(mac.doFinal(ids), SEAL);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
