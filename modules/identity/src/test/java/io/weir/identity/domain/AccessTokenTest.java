package io.weir.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.weir.identity.api.Role;
import io.weir.identity.api.UserProfile;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import io.weir.kernel.api.UserId;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokenTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant END = NOW.plus(Duration.ofMinutes(15));
    private static final String ISSUER = "weir";
    private static final SigningKey KEY = SigningKey.next(1, NOW);
    private static final SigningKey OTHER = SigningKey.next(2, NOW);
    private static final UserProfile MARIE = new UserProfile(new UserId(UUID.randomUUID()), "marie@example.com", "M",
            Optional.empty(), Optional.empty(), "en", Role.CUSTOMER, Optional.of(new AccountId(UUID.randomUUID())), NOW,
            Optional.empty());
    private static final AccessToken TOKEN =
            new AccessToken(new TenantId(UUID.randomUUID()), MARIE.id(), UUID.randomUUID(), END);

    @Test
    void isVerifiedAsIssued() {
        assertThat(verify(signed(), NOW)).isEqualTo(TOKEN);
        assertThat(verify(signed(), END.minusMillis(1))).isEqualTo(TOKEN);
    }

    @Test
    void carriesTheClaimsOfMicroProfile() throws ParseException {
        var jwt = SignedJWT.parse(signed());
        assertThat(jwt.getHeader().getKeyID()).isEqualTo(KEY.kid());
        assertThat(jwt.getHeader().getType().getType()).isEqualTo("JWT");
        var claims = jwt.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo(ISSUER);
        assertThat(claims.getSubject()).isEqualTo(MARIE.id().toString());
        assertThat(claims.getStringClaim("upn")).isEqualTo("marie@example.com");
        assertThat(claims.getStringListClaim("groups")).containsExactly("customer");
        assertThat(claims.getJWTID()).isNotBlank();
        assertThat(claims.getStringClaim("tid")).isEqualTo(TOKEN.tenant().toString());
        assertThat(claims.getStringClaim("acc")).isEqualTo(MARIE.account().orElseThrow().toString());
        assertThat(claims.getStringClaim("sid")).isEqualTo(TOKEN.session().toString());
        assertThat(claims.getIssueTime().toInstant()).isEqualTo(NOW);
    }

    @Test
    void expires() {
        assertRefused(signed(), "TOKEN_EXPIRED", END);
    }

    @Test
    void anExpiredForgeryIsJustInvalid() {
        assertRefused(TOKEN.sign(MARIE, ISSUER, OTHER, NOW).replace(OTHER.kid(), KEY.kid()), "TOKEN_INVALID", END);
    }

    @Test
    void refusesEveryTamperedPart() {
        var parts = signed().split("\\.");
        assertRefused(parts[0] + "." + parts[1] + "." + parts[2].substring(0, parts[2].length() - 4) + "AAAA",
                "TOKEN_INVALID", NOW);
        var forged = base64(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8)
                .replace("customer", "platform-admin"));
        assertRefused(parts[0] + "." + forged + "." + parts[2], "TOKEN_INVALID", NOW);
        assertRefused(parts[0] + "." + parts[1] + ".", "TOKEN_INVALID", NOW);
    }

    @Test
    void refusesAlgorithmNone() {
        var parts = signed().split("\\.");
        assertRefused(base64("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + parts[1] + ".", "TOKEN_INVALID", NOW);
        assertRefused(base64("{\"alg\":\"none\",\"kid\":\"" + KEY.kid() + "\"}") + "." + parts[1] + "." + parts[2],
                "TOKEN_INVALID", NOW);
    }

    @Test
    void refusesTheSharedSecretAlgorithmWithThePublicKeyAsSecret() throws JOSEException, ParseException {
        var claims = SignedJWT.parse(signed()).getJWTClaimsSet();
        var secret = KEY.publicKey().toRSAPublicKey().getEncoded();
        assertRefused(sign(JWSAlgorithm.HS256, claims, new MACSigner(secret)), "TOKEN_INVALID", NOW);
    }

    @Test
    void refusesOtherAlgorithmsOfTheSameKey() throws JOSEException, ParseException {
        assertRefused(sign(JWSAlgorithm.RS512, SignedJWT.parse(signed()).getJWTClaimsSet(), KEY.signer()),
                "TOKEN_INVALID", NOW);
    }

    @Test
    void refusesOtherIssuersAndKeys() {
        assertRefused(TOKEN.sign(MARIE, "somebody", KEY, NOW), "TOKEN_INVALID", NOW);
        assertRefused(TOKEN.sign(MARIE, ISSUER, OTHER, NOW), "TOKEN_INVALID", NOW);
    }

    @Test
    void refusesGenuineTokensThatLackClaims() throws JOSEException {
        var bare = new JWTClaimsSet.Builder().issuer(ISSUER).expirationTime(Date.from(END)).build();
        assertRefused(sign(JWSAlgorithm.RS256, bare, KEY.signer()), "TOKEN_INVALID", NOW);
        var odd = new JWTClaimsSet.Builder(bare).subject("me").claim("tid", "x").claim("sid", List.of(1)).build();
        assertRefused(sign(JWSAlgorithm.RS256, odd, KEY.signer()), "TOKEN_INVALID", NOW);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc.def.ghi", "a.b", "....", "eyJhbGciOiJSUzI1NiJ9.e30.AAAA", "not a token at all"})
    void refusesGarbage(String text) {
        assertRefused(text, "TOKEN_INVALID", NOW);
        assertRefused("a".repeat(9_000), "TOKEN_INVALID", NOW);
    }

    private static String signed() {
        return TOKEN.sign(MARIE, ISSUER, KEY, NOW);
    }

    private static AccessToken verify(String text, Instant now) {
        return AccessToken.verify(text, kid -> Optional.of(KEY).filter(key -> key.kid().equals(kid)), ISSUER,
                tenant -> tenant.equals(TOKEN.tenant()) ? now : Instant.MAX);
    }

    private static void assertRefused(String text, String code, Instant now) {
        assertThatThrownBy(() -> verify(text, now)).hasMessage(code);
    }

    private static String sign(JWSAlgorithm algorithm, JWTClaimsSet claims, JWSSigner signer) throws JOSEException {
        var jwt = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(KEY.kid()).build(), claims);
        jwt.sign(signer);
        return jwt.serialize();
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
