package io.weir.subscriptions.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Period;
import io.weir.kernel.api.TenantId;
import io.weir.subscriptions.domain.Rows;
import io.weir.subscriptions.domain.StoredPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A tenant whose free plan renews every month; the account is opened on 31 January. */
class CloseDueTest {
    private static final TenantId TENANT = OneTenant.ID;
    private static final Instant FEBRUARY = Instant.parse("2026-02-28T03:00:00Z");
    private static final Instant MARCH = Instant.parse("2026-03-31T03:00:00Z");
    private final House house = new House();
    private final StoredPlan basic = Rows.plan("basic", "99000", 1);
    private AccountId account;

    @BeforeEach
    void open() {
        house.shelf.add(Rows.monthlyFree());
        house.shelf.add(basic);
        account = house.opened();
    }

    @Test
    void nothingIsDueEarly() {
        at(FEBRUARY.minus(FreePlans.AHEAD).minusMillis(1));
        assertThat(house.allowances.sources()).hasSize(1);
    }

    @Test
    void theNextPeriodIsOpenedADayAheadAndOnce() {
        at(FEBRUARY.minus(FreePlans.AHEAD));
        var sources = Set.copyOf(house.allowances.sources());
        assertThat(sources).hasSize(2).anyMatch(s -> s.endsWith("/2026-02-28"));
        at(FEBRUARY.minusMillis(1));
        assertThat(house.calls(account)).isEqualTo(100);
        assertThat(period().until()).contains(FEBRUARY);
        at(FEBRUARY);
        assertThat(house.calls(account)).isEqualTo(100);
        assertThat(period()).isEqualTo(Period.between(FEBRUARY, MARCH));
        assertThat(house.allowances.sources()).isEqualTo(sources);
    }

    @Test
    void aLateJobIsNotNoticed() {
        at(FEBRUARY.minusSeconds(1));
        house.time.now = FEBRUARY.plusSeconds(3_600);
        assertThat(house.calls(account)).isEqualTo(100);
        assertThat(period()).isEqualTo(Period.between(FEBRUARY, MARCH));
    }

    @Test
    void missedMonthsAreCaughtUpWithoutOpeningThem() {
        at(Instant.parse("2026-07-10T00:00:00Z"));
        assertThat(house.allowances.sources()).hasSize(2).anyMatch(s -> s.endsWith("/2026-06-30"));
        assertThat(house.calls(account)).isEqualTo(100);
        assertThat(house.holdings.live(account).get(0).period())
                .isEqualTo(Period.between(Instant.parse("2026-06-30T03:00:00Z"),
                Instant.parse("2026-07-31T03:00:00Z")));
    }

    @Test
    void freePeriodsUnderAPaidPlanRestUntilItEnds() {
        at(Instant.parse("2026-02-20T00:00:00Z"));
        house.subscriptions.activate(TENANT, account, basic.id(), "payment/1");
        at(FEBRUARY.minusSeconds(1));
        at(FEBRUARY.plusSeconds(1));
        assertThat(house.calls(account)).isEqualTo(1_000);
        at(Instant.parse("2026-03-22T00:00:00Z"));
        assertThat(house.calls(account)).isEqualTo(100);
    }

    @Test
    void aPaidPlanStartedOnTheLastDayRestsBothFreePeriods() {
        at(FEBRUARY.minusSeconds(60));
        house.subscriptions.activate(TENANT, account, basic.id(), "payment/1");
        house.time.now = FEBRUARY.plusSeconds(1);
        assertThat(house.calls(account)).isEqualTo(1_000);
    }

    @Test
    void whatExpiredIsWrittenDownAndTheRateSetBackOnce() {
        house.subscriptions.activate(TENANT, account, basic.id(), "payment/1");
        assertThat(house.rates.perMinute).containsEntry(account, 120);
        at(house.time.now.plus(Duration.ofDays(30)));
        assertThat(house.rates.perMinute).containsEntry(account, 60);
        assertThat(house.holdings.live(account)).hasSize(1);
        house.rates.perMinute.clear();
        at(house.time.now.plusSeconds(60));
        assertThat(house.rates.perMinute).isEmpty();
    }

    private void at(Instant moment) {
        house.time.now = moment;
        house.subscriptions.closeDue(Duration.ofMinutes(1));
    }

    private Period period() {
        return house.subscriptions.current(TENANT, account).period();
    }
}
