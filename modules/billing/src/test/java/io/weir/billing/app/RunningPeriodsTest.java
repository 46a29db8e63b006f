package io.weir.billing.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.billing.api.RunningBills.RunningBill;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.Period;
import io.weir.metering.api.Allowances;
import io.weir.metering.api.Allowances.Holding;
import io.weir.metering.api.Meter;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.Overage;
import io.weir.metering.api.UsageLog;
import io.weir.subscriptions.api.Lifecycle.PaidPeriod;
import io.weir.subscriptions.api.Plan;
import io.weir.subscriptions.api.PricedPeriods.Priced;
import io.weir.subscriptions.api.Pricing;
import io.weir.subscriptions.api.Subscription;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunningPeriodsTest {
    private static final Instant UNTIL = Fixture.NOW.plus(Duration.ofDays(30));
    private final Office office = new Office();
    private final Plan plan = priced();
    private Subscription.Status status = Subscription.Status.ACTIVE;

    @BeforeEach
    void runs() {
        var period = new Priced(UUID.randomUUID(), Fixture.ACCOUNT, UUID.randomUUID(), plan, Fixture.NOW, UNTIL, true,
                "source", Optional.of("x"));
        office.now = Fixture.NOW.plus(Duration.ofDays(3));
        office.holdings = List.of(new Holding(UUID.randomUUID(), new Meter(MeterKey.CALLS, "Calls", "calls", 0),
                1_000, 1_100, 0, 0, Overage.ALLOW, Fixture.NOW, Optional.of(UNTIL), Holding.State.OPEN, "source",
                List.of()));
        office.subscriptionVerbs.put("current", (verb, arguments) -> new Subscription(UUID.randomUUID(),
                Fixture.ACCOUNT, plan, status, Period.between(Fixture.NOW, UNTIL), false, Fixture.NOW,
                Optional.empty()));
        office.lifecycleVerbs.put("running", (verb, arguments) -> Optional.of(new PaidPeriod(period.id(),
                period.subscription(), plan, Period.between(Fixture.NOW, UNTIL), Optional.of("x"))));
        office.periodVerbs.put("find", (verb, arguments) -> Optional.of(period));
    }

    @Test
    void a_running_period_is_priced_as_its_invoice_will_be_and_nothing_is_kept() {
        var bill = bill().orElseThrow();
        assertThat(bill.total()).isEqualTo(new Money(200, Fixture.VND));
        assertThat(bill.lines()).singleElement().satisfies(line -> {
            assertThat(line.formula()).isEqualTo("100 × 2 = 200");
            assertThat(line.usage().orElseThrow().holdings()).hasSize(1);
        });
        assertThat(bill.becomesFinal()).isEqualTo(UNTIL.plus(Duration.ofHours(24)));
        assertThat(office.ledgers.invoices).isEmpty();
    }

    @Test
    void a_trial_and_a_period_that_is_over_have_none() {
        status = Subscription.Status.TRIALING;
        assertThat(bill()).isEmpty();
        status = Subscription.Status.PAST_DUE;
        office.now = UNTIL;
        assertThat(bill()).isEmpty();
    }

    private Optional<RunningBill> bill() {
        var allowances = Fixture.fake(Allowances.class, (verb, arguments) ->
                verb.equals("opened") ? office.opened() : office.holdings);
        var log = Fixture.fake(UsageLog.class, (verb, arguments) -> new UsageLog.Slice(List.of(), Optional.empty()));
        var bills = new UsageBills(allowances, Fixture.meters(), office.parties, office.ledgers, office.pricer,
                office.words);
        return new RunningPeriods(office.subscriptions, office.lifecycle, office.periods, bills,
                new LineReasons(allowances, log), office.parties, office).of(Fixture.TENANT, Fixture.ACCOUNT);
    }

    private static Plan priced() {
        var of = Fixture.plan(99_000, true);
        return new Plan(of.id(), of.slug(), of.name(), "", of.price(), of.term(), 1, Map.of("calls", 1_000L), 60,
                OptionalInt.empty(), Map.of(), true, Fixture.NOW, Fixture.NOW, Overage.ALLOW, 1, 0, of.slug(),
                Plan.Renewal.NONE, new Pricing(List.of(new Pricing.UsageCharge("calls", OptionalLong.empty(),
                new Pricing.PerUnit(BigDecimal.valueOf(2)))), Optional.empty()));
    }
}
