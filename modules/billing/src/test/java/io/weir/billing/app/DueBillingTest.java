package io.weir.billing.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.billing.api.Invoice;
import io.weir.billing.api.Invoice.Reason;
import io.weir.billing.api.Invoice.Status;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.Period;
import io.weir.metering.api.Allowances;
import io.weir.metering.api.Allowances.Holding;
import io.weir.metering.api.Meter;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.Overage;
import io.weir.subscriptions.api.Lifecycle.Next;
import io.weir.subscriptions.api.Lifecycle.PaidPeriod;
import io.weir.subscriptions.api.Lifecycle.ToRenew;
import io.weir.subscriptions.api.Plan;
import io.weir.subscriptions.api.PricedPeriods.Priced;
import io.weir.subscriptions.api.Pricing;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DueBillingTest {
    private static final Instant FROM = Fixture.NOW;
    private static final Instant UNTIL = FROM.plus(Duration.ofDays(30));
    private final Office office = new Office();
    private final UUID period = UUID.randomUUID();
    private final UUID subscription = UUID.randomUUID();
    private final List<String> begun = new ArrayList<>();
    private boolean billed;
    private boolean whole = true;
    private Plan plan = priced(Optional.empty());

    @Test
    void a_period_that_is_over_is_a_draft_once_and_final_with_what_came_late() {
        used(1_100, 0, 1_000);
        run();
        assertThat(only().status()).isEqualTo(Status.DRAFT);
        assertThat(only().dates().becomesFinal()).isEqualTo(UNTIL.plus(Duration.ofHours(24)));
        assertThat(only().total()).isEqualTo(dong(200));
        used(1_100, 50, 1_000);
        run();
        assertThat(only().total()).as("as it was known").isEqualTo(dong(200));
        office.now = UNTIL.plus(Duration.ofHours(24));
        run();
        run();
        assertThat(only().status()).isEqualTo(Status.OPEN);
        assertThat(only().number()).isPresent();
        assertThat(only().total()).isEqualTo(dong(300));
        assertThat(only().reason()).isEqualTo(Reason.USAGE);
    }

    @Test
    void what_extensions_added_is_included() {
        used(1_600, 0, 1_500);
        assertThat(afterGrace().total()).isEqualTo(dong(200));
    }

    @Test
    void a_minimum_is_what_the_price_and_the_usage_lack_of_a_whole_period() {
        plan = priced(Optional.of(dong(100_000)));
        used(1_100, 0, 1_000);
        assertThat(afterGrace().lines()).extracting(Invoice.Line::kind).containsExactly("usage", "minimum");
        assertThat(only().total()).isEqualTo(dong(1_000));
    }

    @Test
    void of_a_period_that_was_left_early_only_its_usage_is_billed() {
        plan = priced(Optional.of(dong(100_000)));
        whole = false;
        used(1_100, 0, 1_000);
        assertThat(afterGrace().lines()).extracting(Invoice.Line::kind).containsExactly("usage");
    }

    @Test
    void over_nothing_no_invoice_is_made() {
        used(900, 0, 1_000);
        run();
        office.now = UNTIL.plus(Duration.ofHours(24));
        run();
        assertThat(office.ledgers.invoices).isEmpty();
    }

    @Test
    void the_next_period_has_an_open_invoice_and_goes_on_when_that_is_paid() {
        renewable();
        run();
        run();
        var open = only();
        assertThat(open.status()).isEqualTo(Status.OPEN);
        assertThat(open.total()).isEqualTo(plan.price());
        assertThat(open.dates().due()).as("when its period begins").contains(UNTIL);
        assertThat(open.dates().period()).contains(Period.between(UNTIL, UNTIL.plus(Duration.ofDays(30))));
        var payment = office.payment("invoice", open.id().toString(), open.total());
        office.openInvoices.paid(Fixture.TENANT, payment);
        assertThat(only().status()).isEqualTo(Status.PAID);
        assertThat(begun).containsExactly(subscription + " " + plan.id() + " " + payment.id());
        assertThat(office.credited).isEmpty();
        var again = office.payment("invoice", open.id().toString(), open.total());
        office.openInvoices.paid(Fixture.TENANT, again);
        assertThat(office.credited).containsExactly("giveBack 99000 VND because of invoice-payment/" + again.id());
    }

    @Test
    void what_does_not_go_on_any_more_gives_its_money_to_the_account() {
        renewable();
        run();
        office.lifecycleVerbs.put("goOn", (verb, arguments) -> Optional.empty());
        office.subscriptionVerbs.put("of", (verb, arguments) -> List.of());
        var payment = office.payment("invoice", only().id().toString(), only().total());
        office.openInvoices.paid(Fixture.TENANT, payment);
        assertThat(office.credited).containsExactly("giveBack 99000 VND because of renewal/" + payment.id());
    }

    @Test
    void withdrawn_it_is_void_by_a_credit_note_and_a_payment_for_it_is_the_accounts() {
        renewable();
        office.lifecycleVerbs.put("awaitNoInvoice", (verb, arguments) -> null);
        run();
        var open = only();
        office.renewals.withdraw(Fixture.TENANT, subscription, new CreditNotes.Why(Reason.UNPAID, "unpaid", "late"));
        assertThat(office.ledgers.views()).extracting(Invoice::status).containsExactly(Status.VOID, Status.PAID);
        assertThat(office.ledgers.views().get(1).total()).isEqualTo(open.total());
        office.openInvoices.paid(Fixture.TENANT, office.payment("invoice", open.id().toString(), open.total()));
        assertThat(office.credited).hasSize(1);
        assertThat(begun).isEmpty();
    }

    private void renewable() {
        office.plans.add(plan);
        billed = true;
        office.lifecycleVerbs.put("toRenew", (verb, arguments) -> List.of(subscription));
        office.lifecycleVerbs.put("awaitInvoices", (verb, arguments) -> office.ledgers.invoices.isEmpty()
                ? List.of(new ToRenew(subscription, Fixture.ACCOUNT, plan,
                        Period.between(UNTIL, UNTIL.plus(Duration.ofDays(30))))) : List.of());
        office.lifecycleVerbs.put("goOn", (verb, arguments) -> {
            var next = (Next) arguments[2];
            begun.add(next.subscription() + " " + next.plan() + " " + next.cause());
            return Optional.of(new PaidPeriod(UUID.randomUUID(), subscription, plan,
                    Period.between(UNTIL, UNTIL.plus(Duration.ofDays(30))), Optional.of(next.cause())));
        });
    }

    private Invoice afterGrace() {
        run();
        office.now = UNTIL.plus(Duration.ofHours(24));
        run();
        return only();
    }

    private Invoice only() {
        assertThat(office.ledgers.invoices).hasSize(1);
        return office.ledgers.views().get(0);
    }

    private void run() {
        office.now = office.now.isBefore(UNTIL) ? UNTIL : office.now;
        var priced = new Priced(period, Fixture.ACCOUNT, subscription, plan, FROM, UNTIL, whole, "source",
                Optional.of("x"));
        office.periodVerbs.put("over", (verb, arguments) -> billed ? List.of() : List.of(period));
        office.periodVerbs.put("bill", (verb, arguments) -> {
            boolean first = !billed;
            billed = true;
            return first ? List.of(priced) : List.of();
        });
        office.periodVerbs.put("find", (verb, arguments) -> List.of(priced));
        office.lifecycleVerbs.putIfAbsent("toRenew", (verb, arguments) -> List.of());
        office.lifecycleVerbs.putIfAbsent("awaitInvoices", (verb, arguments) -> List.of());
        var due = office.due();
        due.draft(Fixture.TENANT, due.over(Fixture.TENANT, 10));
        due.makeFinal(Fixture.TENANT, due.waited(Fixture.TENANT, 10));
        due.renew(Fixture.TENANT, due.ending(Fixture.TENANT, 10));
        due.seal(Fixture.TENANT, due.unsealed(Fixture.TENANT, 10));
    }

    private void used(long units, long beyond, long granted) {
        office.holdings = List.of(new Holding(UUID.randomUUID(), new Meter(MeterKey.CALLS, "Calls", "calls", 0),
                granted, units, 0, beyond, Overage.ALLOW, FROM, Optional.of(UNTIL), Allowances.Holding.State.ENDED,
                "source", List.of()));
    }

    private static Plan priced(Optional<Money> minimum) {
        var of = Fixture.plan(99_000, true);
        return new Plan(of.id(), of.slug(), of.name(), "", of.price(), of.term(), 1, Map.of("calls", 1_000L), 60,
                OptionalInt.empty(), Map.of(), true, Fixture.NOW, Fixture.NOW, Overage.ALLOW, 3, 0, of.slug(),
                Plan.Renewal.INVOICE, new Pricing(List.of(new Pricing.UsageCharge("calls", OptionalLong.empty(),
                new Pricing.PerUnit(BigDecimal.valueOf(2)))), minimum));
    }

    private static Money dong(long amount) {
        return new Money(amount, Fixture.VND);
    }
}
