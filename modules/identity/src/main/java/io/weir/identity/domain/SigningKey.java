package io.weir.identity.domain;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.time.Instant;
import java.util.Optional;

/**
 * An RS256 key pair. It is published from the start, signs from {@code activeFrom} until its successor does, and is
 * forgotten at {@code retireAt}, when the last token it signed is dead. Generations count from 1 without gaps.
 */
public final class SigningKey {
    private static final int BITS = 2048;

    private final RSAKey pair;
    private final int generation;
    private final Instant activeFrom;
    private final Optional<Instant> retireAt;
    private final RSASSASigner signer;
    private final RSASSAVerifier verifier;

    public SigningKey(RSAKey pair, int generation, Instant activeFrom, Optional<Instant> retireAt) {
        this.pair = pair;
        this.generation = generation;
        this.activeFrom = activeFrom;
        this.retireAt = retireAt;
        try {
            this.signer = new RSASSASigner(pair);
            this.verifier = new RSASSAVerifier(pair.toRSAPublicKey());
        } catch (JOSEException e) {
            throw new IllegalStateException("signing key " + pair.getKeyID(), e);
        }
    }

    public static SigningKey next(int generation, Instant activeFrom) {
        try {
            var pair = new RSAKeyGenerator(BITS).keyUse(KeyUse.SIGNATURE).algorithm(JWSAlgorithm.RS256)
                    .keyIDFromThumbprint(true).generate();
            return new SigningKey(pair, generation, activeFrom, Optional.empty());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public String kid() {
        return pair.getKeyID();
    }

    public int generation() {
        return generation;
    }

    public Instant activeFrom() {
        return activeFrom;
    }

    public Optional<Instant> retireAt() {
        return retireAt;
    }

    public boolean isRetired(Instant now) {
        return retireAt.filter(end -> !now.isBefore(end)).isPresent();
    }

    public RSAKey publicKey() {
        return pair.toPublicJWK();
    }

    /** The whole pair as JSON: to be sealed before it is kept. */
    public String privateJson() {
        return pair.toJSONString();
    }

    RSASSASigner signer() {
        return signer;
    }

    RSASSAVerifier verifier() {
        return verifier;
    }
}
