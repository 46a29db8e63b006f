package io.weir.webrest.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.identity.api.Caller.Credential.Kind;
import io.weir.identity.api.Role;
import io.weir.kernel.api.Refusal;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLSyntaxErrorException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemsTest {
    private final Problems problems = Fixtures.problems();

    @BeforeAll
    static void quiet() {
        Logger.getLogger(Problems.class.getName()).setLevel(Level.OFF);
    }

    @ParameterizedTest
    @EnumSource(Refusal.Kind.class)
    void everyRefusalHasItsStatusAndAllMembers(Refusal.Kind kind) throws IOException {
        var json = json(Refusal.of(kind, "SOME_CODE").asException());
        assertThat(json.get("status").asInt()).isEqualTo(kind.status());
        assertThat(json.get("statusCode")).isEqualTo(json.get("status"));
        assertThat(json.get("type").asText()).isEqualTo("/problems/some-code");
        assertThat(json.get("title").asText()).isEqualTo(json.get("error").asText()).doesNotContain("Error 4");
        assertThat(json.get("message")).isEqualTo(json.get("detail"));
        assertThat(json.get("code").asText()).isEqualTo("SOME_CODE");
        assertThat(json.get("instance").asText()).isEqualTo("/api/chat");
        assertThat(json.get("requestId").asText()).isEqualTo("request-1");
        assertThat(json.has("details")).isFalse();
    }

    @Test
    void speaksTheCallersLanguageAndElseTheTenants() {
        var refused = Refusal.invalid("X").asException();
        assertThat(problems.of(refused, Fixtures.exchange("en")).body()).containsEntry("message", "en:X");
        assertThat(problems.of(refused, Fixtures.exchange(null)).body()).containsEntry("message", "vi:X")
                .containsEntry("title", "Bad Request");
    }

    @Test
    void namesEveryBadField() {
        var problem = problems.of(Refusal.invalidField("email", "BAD_EMAIL").asException(), Fixtures.exchange("en"));
        assertThat(problem.body()).containsEntry("details", Map.of("email", "en:BAD_EMAIL"));
    }

    @Test
    void findsARefusalUnderWhateverWrapsIt() {
        var wrapped = new CompletionException(new IllegalStateException(Refusal.conflict("NAME_TAKEN").asException()));
        assertThat(problems.of(wrapped, Fixtures.exchange("en")).status()).isEqualTo(409);
    }

    @Test
    void extraMembersGoOutButCannotReplaceTheStandardOnes() {
        var refusal = Refusal.conflict("X").with("count", 3).with("status", 200);
        assertThat(problems.of(refusal.asException(), Fixtures.exchange("en")).body()).containsEntry("count", 3)
                .containsEntry("status", 409);
    }

    @Test
    void whoHasUsedUpAPeriodMayComeBackWhenItEnds() {
        var exchange = Fixtures.exchange("en");
        var refused = Refusal.of(Refusal.Kind.LIMITED, "QUOTA_EXCEEDED")
                .with("expiresAt", Fixtures.NOW.plusMillis(90_500)).asException();
        assertThat(problems.of(refused, exchange).headers()).doesNotContainKey("Retry-After");
        exchange.identified(Fixtures.caller(Role.CUSTOMER, Kind.API_KEY, 7));
        assertThat(problems.of(refused, exchange).headers()).containsEntry("Retry-After", 91L);
    }

    @Test
    void aUsedUpPlanAndAUsedUpFreeTierSayDifferentThings() {
        var free = Refusal.of(Refusal.Kind.LIMITED, "QUOTA_EXCEEDED").with("currentUsage", 100).with("limit", 100);
        assertThat(problems.of(free.asException(), Fixtures.exchange("en")).body())
                .containsEntry("message", "en:QUOTA_EXCEEDED_FREE")
                .containsEntry("suggestion", "en:QUOTA_SUGGESTION_FREE")
                .containsEntry("currentUsage", 100).containsEntry("code", "QUOTA_EXCEEDED");
        var paid = free.with("expiresAt", "2026-12-01T00:00:00.000Z");
        assertThat(problems.of(paid.asException(), Fixtures.exchange("en")).body())
                .containsEntry("message", "en:QUOTA_EXCEEDED")
                .containsEntry("suggestion", "en:QUOTA_EXCEEDED.suggestion");
    }

    @Test
    void saysWhenToComeBack() {
        var limited = Refusal.of(Refusal.Kind.LIMITED, "RATE_LIMITED").with("retryAfter", 7L);
        assertThat(problems.of(limited.asException(), Fixtures.exchange("en")).headers())
                .containsEntry("Retry-After", 7L);
        var gone = Refusal.of(Refusal.Kind.UNAVAILABLE, "UNAVAILABLE");
        assertThat(problems.of(gone.asException(), Fixtures.exchange("en")).headers()).containsEntry("Retry-After", 2);
    }

    @Test
    void asksForACredential() {
        var expired = Refusal.of(Refusal.Kind.UNAUTHENTICATED, "TOKEN_EXPIRED").asException();
        assertThat(problems.of(expired, Fixtures.exchange("en")).headers().get("WWW-Authenticate").toString())
                .startsWith("Bearer").contains("invalid_token");
    }

    @Test
    void aDatabaseThatIsGoneIsUnavailableAndNotBroken() {
        var noConnection = new SQLTransientConnectionException("pool is empty");
        var refused = new SQLException("Socket fail to connect to host:db.internal", "08000");
        var victim = new SQLException("Deadlock found", "40001");
        for (var cause : new SQLException[] {noConnection, refused, victim}) {
            var problem = problems.of(new PersistenceException(new RuntimeException(cause)), Fixtures.exchange("en"));
            assertThat(problem.status()).isEqualTo(503);
            assertThat(problem.headers()).containsEntry("Retry-After", 2);
            assertThat(problem.body().toString()).doesNotContain("db.internal", "Deadlock");
        }
    }

    @Test
    void aWrongStatementIsOurFaultAndTellsNothing() {
        var wrong = new PersistenceException(new SQLSyntaxErrorException("near 'SELEKT secret FROM t'", "42000"));
        var problem = problems.of(wrong, Fixtures.exchange("en"));
        assertThat(problem.status()).isEqualTo(500);
        assertThat(problem.body()).containsEntry("code", "INTERNAL_ERROR");
        assertThat(problem.body().toString()).doesNotContain("SELEKT", "Exception", "secret");
    }

    @Test
    void twoWhoEditTheSameAreInConflict() {
        var lost = new RuntimeException(new OptimisticLockException());
        assertThat(problems.of(lost, Fixtures.exchange("en")).status()).isEqualTo(409);
    }

    @Test
    void brokenTextOfOurOwnIsNotTheClientsFault() {
        var stored = new IllegalArgumentException(unreadable("{"));
        assertThat(problems.of(stored, Fixtures.exchange("en")).status()).isEqualTo(500);
        assertThat(problems.of(unreadable("{"), Fixtures.exchange("en")).body())
                .containsEntry("code", "MALFORMED_BODY");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 405, 406, 413, 415, 418, 503})
    void theContainersNoKeepsItsStatus(int status) {
        assertThat(WebFailures.ofStatus(status).status()).isEqualTo(status);
        assertThat(ReasonPhrases.of(status)).isNotBlank();
    }

    @Test
    void whatTheContainerCannotExplainIsInternal() {
        assertThat(WebFailures.ofStatus(507).status()).isEqualTo(500);
        assertThat(ReasonPhrases.of(422)).isEqualTo("Unprocessable Content");
    }

    private JsonNode json(Exception thrown) throws IOException {
        return StrictJson.mapper().readTree(StrictJson.mapper().writeValueAsString(
                problems.of(thrown, Fixtures.exchange("en")).body()));
    }

    private static IOException unreadable(String text) {
        try {
            StrictJson.mapper().readTree(text + "\"");
            throw new AssertionError("was readable");
        } catch (IOException e) {
            return e;
        }
    }
}
