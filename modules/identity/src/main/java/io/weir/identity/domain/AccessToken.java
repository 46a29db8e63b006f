package io.weir.identity.domain;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.weir.identity.api.UserProfile;
import io.weir.kernel.api.TenantId;
import io.weir.kernel.api.UserId;
import io.weir.platform.api.Ids;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * A MicroProfile JWT, RS256. {@code sid} names the session without which it is worth nothing; role and account are in
 * it for others to read, and are read from the database here.
 */
public record AccessToken(TenantId tenant, UserId user, UUID session, Instant expiresAt) {
    private static final String TENANT = "tid";
    private static final String ACCOUNT = "acc";
    private static final String SESSION = "sid";
    private static final int LONGEST = 8192;

    /** The signed text. */
    public String sign(UserProfile profile, String issuer, SigningKey key, Instant now) {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256).type(JOSEObjectType.JWT).keyID(key.kid()).build();
        var claims = new JWTClaimsSet.Builder().issuer(issuer).subject(user.toString()).jwtID(Ids.next().toString())
                .issueTime(Date.from(now)).expirationTime(Date.from(expiresAt))
                .claim("upn", profile.email()).claim("groups", List.of(profile.role().groupName()))
                .claim(TENANT, tenant.toString()).claim(SESSION, session.toString());
        profile.account().ifPresent(account -> claims.claim(ACCOUNT, account.toString()));
        var jwt = new SignedJWT(header, claims.build());
        try {
            jwt.sign(key.signer());
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        return jwt.serialize();
    }

    /**
     * Refused: {@code TOKEN_INVALID}; {@code TOKEN_EXPIRED} only for what was genuine once.
     *
     * @param clock the time of the tenant that a genuine token names
     */
    public static AccessToken verify(String text, Function<String, Optional<SigningKey>> keys, String issuer,
            Function<TenantId, Instant> clock) {
        var token = genuine(text, keys, issuer).orElseThrow(Denial::tokenInvalid);
        if (!clock.apply(token.tenant).isBefore(token.expiresAt)) {
            throw Denial.tokenExpired();
        }
        return token;
    }

    private static Optional<AccessToken> genuine(String text, Function<String, Optional<SigningKey>> keys,
            String issuer) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var jwt = SignedJWT.parse(text);
            return isSigned(jwt, keys) ? read(jwt.getJWTClaimsSet(), issuer) : Optional.empty();
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The algorithm is ours to choose, never the token's. */
    private static boolean isSigned(SignedJWT jwt, Function<String, Optional<SigningKey>> keys) throws JOSEException {
        var header = jwt.getHeader();
        if (!JWSAlgorithm.RS256.equals(header.getAlgorithm()) || header.getKeyID() == null) {
            return false;
        }
        var key = keys.apply(header.getKeyID());
        return key.isPresent() && jwt.verify(key.get().verifier());
    }

    private static Optional<AccessToken> read(JWTClaimsSet claims, String issuer) throws ParseException {
        if (!issuer.equals(claims.getIssuer()) || claims.getExpirationTime() == null || claims.getSubject() == null
                || claims.getStringClaim(TENANT) == null || claims.getStringClaim(SESSION) == null) {
            return Optional.empty();
        }
        return Optional.of(new AccessToken(new TenantId(UUID.fromString(claims.getStringClaim(TENANT))),
                new UserId(UUID.fromString(claims.getSubject())), UUID.fromString(claims.getStringClaim(SESSION)),
                claims.getExpirationTime().toInstant()));
    }
}
