package io.weir.platform.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.kernel.api.Money;
import io.weir.kernel.api.TenantId;
import io.weir.kernel.api.UserId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTest {
    record Fact(TenantId tenant, UserId user, Money amount, Instant at, Optional<String> note) {
    }

    @ParameterizedTest
    @CsvSource({"2026-01-31T00:00:00Z, 2026-01-31T00:00:00.000Z", "2026-01-31T12:30:00.5Z, 2026-01-31T12:30:00.500Z",
        "2026-01-31T12:30:00.123999Z, 2026-01-31T12:30:00.123Z"})
    void timesAlwaysHaveThreeDecimals(Instant moment, String text) {
        assertThat(Json.write(Map.of("at", moment))).isEqualTo("{\"at\":\"" + text + "\"}");
    }

    @Test
    void decimalsAreNeverInScientificNotation() {
        assertThat(Json.write(Map.of("price", new BigDecimal("9.9E+4")))).isEqualTo("{\"price\":99000}");
    }

    @Test
    void absentMembersAreLeftOut() {
        assertThat(Json.write(new Fact(null, null, null, null, Optional.empty()))).isEqualTo("{}");
    }

    @Test
    void anEventSurvivesTheWayThroughTheOutbox() {
        var fact = new Fact(new TenantId(Ids.next()), new UserId(UUID.randomUUID()),
                new Money(99_000, Currency.getInstance("VND")), Instant.parse("2026-01-31T12:30:00.123Z"),
                Optional.of("chào"));
        assertThat(Json.read(Json.write(fact), Fact.class)).isEqualTo(fact);
        var bare = new Fact(fact.tenant(), fact.user(), fact.amount(), fact.at(), Optional.empty());
        assertThat(Json.read(Json.write(bare), Fact.class)).isEqualTo(bare);
    }

    @Test
    void whatIsNotJsonIsTheCallersMistake() {
        assertThatThrownBy(() -> Json.read("{\"tenant\":", Fact.class)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void newIdsSortByAge() {
        var first = Ids.next();
        var second = Ids.next();
        assertThat(first.version()).isEqualTo(7);
        assertThat(second.toString()).isGreaterThan(first.toString());
    }
}
