package io.weir.billing.domain.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.Page;
import io.weir.kernel.api.Period;
import io.weir.kernel.api.RefusedException;
import io.weir.billing.api.Simulation.Sum;
import io.weir.billing.domain.simulation.Ranking.Ranked;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.Overage;
import io.weir.metering.api.PastUsage.Step;
import io.weir.subscriptions.api.Plan;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class UseOfLimitsTest {
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
    private static final Currency EUR = Currency.getInstance("EUR");

    @Test
    void aPlanLetsItsQuotaThroughAndWhatItsRuleForOverageCounts() {
        assertThat(Limit.of(plan(Overage.REFUSE), "calls").blocked(120)).isEqualTo(20);
        assertThat(Limit.of(plan(Overage.parse("15%")), "calls").blocked(120)).isEqualTo(5);
        assertThat(Limit.of(plan(Overage.ALLOW), "calls").blocked(Long.MAX_VALUE)).isZero();
    }

    @Test
    void ofAMeterThatAPlanDoesNotHaveItLetsNothingThrough() {
        assertThat(Limit.of(plan(Overage.ALLOW), "tokens").blocked(1)).isEqualTo(1);
    }

    @Test
    void aLimitIsPassedByTheFirstUnitBeyondIt() {
        var ramp = new Ramp(List.of(step("calls", 0, 40), step("tokens", 0, 999), step("calls", 3, 60),
                step("calls", 5, 1), step("calls", 9, 7)));
        var end = hour(9);
        assertThat(ramp.used(START, end)).isEqualTo(Map.of("calls", 101L, "tokens", 999L));
        assertThat(ramp.passing("calls", START, end, 100)).hasValueSatisfying(passing -> {
            assertThat(passing.step().from()).isEqualTo(hour(5));
            assertThat(passing.units()).isZero();
        });
        assertThat(ramp.passing("calls", START, end, 99)).hasValueSatisfying(passing -> {
            assertThat(passing.step().from()).isEqualTo(hour(3));
            assertThat(passing.units()).isEqualTo(59);
        });
        assertThat(ramp.passing("calls", START, end, 101)).isEmpty();
        assertThat(ramp.passing("calls", hour(9), hour(10), 0)).isPresent();
    }

    @Test
    void aSpanHasABeginningAnEndAndALength() {
        var rules = new SpanRules(2, 3);
        rules.check(START, START.plus(Duration.ofDays(731)));
        assertThatThrownBy(() -> rules.check(START, START)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> rules.check(START, START.plus(Duration.ofDays(733))))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> rules.check(List.of(1, 2, 3, 4))).isInstanceOf(RefusedException.class);
    }

    @Test
    void whatLiesBeforeTheAccountAndAfterNowIsLeftOut() {
        assertThat(SpanRules.within(START, hour(10), hour(2), hour(8))).contains(Period.between(hour(2), hour(8)));
        assertThat(SpanRules.within(START, hour(1), hour(2), hour(8))).isEmpty();
    }

    @Test
    void sumsCountAllAndListsOnlyWhoStandsOut() {
        var ranking = new Ranking(EUR, new Page.Request(2, 5));
        for (int i = -15; i <= 15; i++) {
            ranking.add(new Ranked(new AccountId(UUID.randomUUID()), sum(100 + i), sum(100), false));
        }
        assertThat(ranking.counted()).isEqualTo(31);
        assertThat(ranking.simulated().net().minor()).isEqualTo(3_100);
        assertThat(ranking.gainers()).extracting(each -> each.difference().minor())
                .containsExactly(-15L, -14L, -13L, -12L, -11L, -10L, -9L, -8L, -7L, -6L);
        assertThat(ranking.losers()).extracting(each -> each.difference().minor()).startsWith(15L, 14L).hasSize(10);
        assertThat(ranking.page()).extracting(each -> each.difference().minor())
                .containsExactly(-10L, -9L, -8L, -7L, -6L);
    }

    private static Sum sum(long minor) {
        return new Sum(new Money(minor, EUR), Money.zero(EUR), new Money(minor, EUR));
    }

    private static Step step(String meter, int hour, long quantity) {
        return new Step(new MeterKey(meter), hour(hour), hour(hour + 1), quantity);
    }

    private static Instant hour(int hours) {
        return START.plus(Duration.ofHours(hours));
    }

    private static Plan plan(Overage rule) {
        return new Plan(UUID.randomUUID(), "pro", "Pro", "", new Money(1_000, EUR),
                new Plan.Term("month", OptionalInt.empty()), 1, Map.of("calls", 100L), 0, OptionalInt.empty(),
                Map.of(), true, START, START, rule);
    }
}
