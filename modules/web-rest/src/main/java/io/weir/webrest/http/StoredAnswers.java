package io.weir.webrest.http;

import io.weir.platform.api.IdempotencyKeys;
import io.weir.platform.api.IdempotencyKeys.StoredAnswer;
import io.weir.platform.api.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The memory behind {@code Idempotency-Key}. Requests may hold passwords, so they are remembered as a keyed hash. */
@ApplicationScoped
class StoredAnswers {
    @Inject
    IdempotencyKeys keys;
    @Inject
    Secrets secrets;

    /** The answer that this request got before; none when it is new and its key now claimed. */
    Optional<Response> begin(IdempotencyClaim claim, String fingerprint) {
        return keys.begin(claim.tenant(), claim.scope(), claim.key(), fingerprint).map(StoredAnswers::replay);
    }

    void finish(IdempotencyClaim claim, int status, String mediaType, byte[] body) {
        var answer = new StoredAnswer(status, mediaType, new String(body, charset(mediaType)));
        keys.finish(claim.tenant(), claim.scope(), claim.key(), answer);
    }

    void abandon(IdempotencyClaim claim) {
        keys.abandon(claim.tenant(), claim.scope(), claim.key());
    }

    /** HMAC-SHA-256 over method, target and body. */
    String fingerprint(String method, String target, byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secrets.derive("idempotency-fingerprint"), "HmacSHA256"));
            mac.update((method + "\n" + target + "\n").getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Response replay(StoredAnswer stored) {
        var answer = Response.status(stored.status()).header("Idempotency-Replayed", "true");
        var body = stored.body();
        return body == null || body.isEmpty() ? answer.build()
                : answer.entity(body.getBytes(charset(stored.mediaType()))).type(stored.mediaType()).build();
    }

    /** Upstreams behind a gateway route answer anything, and only this charset gives every byte back as it was. */
    static Charset charset(String mediaType) {
        return mediaType.contains("json") ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
    }
}
