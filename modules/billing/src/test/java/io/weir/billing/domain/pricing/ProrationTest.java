package io.weir.billing.domain.pricing;

import static io.weir.billing.domain.pricing.Cases.USD;
import static io.weir.billing.domain.pricing.Cases.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.weir.billing.domain.pricing.How.Flat;
import io.weir.billing.domain.pricing.How.Offer;
import io.weir.billing.domain.pricing.How.Unused;
import io.weir.kernel.api.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProrationTest {
    private static final Offer BASIC = new Offer("basic", 1);
    private static final Offer PRO = new Offer("pro", 4);
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant UNTIL = FROM.plus(Duration.ofDays(30));
    private static final TaxDecision UNTAXED = TaxDecision.untaxed(false);

    @ParameterizedTest
    @CsvSource({"2026-01-01T00:00:00Z,30.00 USD", "2026-01-16T00:00:00Z,15.00 USD", "2026-01-30T23:59:59Z,0.00 USD",
        "2026-01-30T12:00:00Z,0.50 USD", "2026-01-31T00:00:00Z,0.00 USD", "2026-02-09T00:00:00Z,0.00 USD",
        "2025-12-25T00:00:00Z,30.00 USD", "2026-01-01T00:07:12Z,30.00 USD", "2026-01-01T00:07:13Z,29.99 USD"})
    void what_is_left_is_counted_in_seconds(Instant at, String left) {
        var thirty = new Unused(BASIC, usd("30.00"), usd("0.00"), FROM, UNTIL, at);
        assertThat(Proration.unused(thirty)).hasToString(left);
    }

    @Test
    void no_more_goes_back_than_is_left_of_what_was_paid() {
        assertThat(Proration.unused(new Unused(BASIC, usd("30.00"), usd("20.00"), FROM, UNTIL, FROM)))
                .isEqualTo(usd("10.00"));
        assertThat(Proration.unused(new Unused(BASIC, usd("30.00"), usd("31.00"), FROM, UNTIL, FROM)))
                .isEqualTo(usd("0.00"));
        assertThat(Proration.unused(new Unused(BASIC, usd("0.00"), usd("0.00"), FROM, UNTIL, FROM)))
                .isEqualTo(usd("0.00"));
    }

    @Test
    void of_a_begun_second_nothing_is_left_and_of_a_period_without_one_neither() {
        assertThat(Proration.unused(new Unused(BASIC, new Money(2_592_000, USD), usd("0"), FROM, UNTIL,
                FROM.plusMillis(1)))).isEqualTo(new Money(2_591_999, USD));
        assertThat(Proration.unused(new Unused(BASIC, usd("30.00"), usd("0"), FROM, FROM.plusMillis(5), FROM)))
                .isEqualTo(usd("0"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Unused(BASIC, usd("30.00"), usd("0"), FROM, FROM, FROM));
    }

    @Test
    void an_upgrade_gives_the_rest_of_the_old_back_and_asks_for_the_new() {
        var draft = upgrade(usd("30.00"), usd("100.00"), FROM.plus(Duration.ofDays(10)));
        assertThat(draft.lines()).extracting(line -> line.kind() + " " + line.net())
                .containsExactly("PRORATION -20.00 USD", "PLAN 100.00 USD");
        assertThat(draft.totals().gross()).isEqualTo(usd("80.00"));
    }

    @Test
    void what_cost_nothing_gives_no_line() {
        assertThat(upgrade(usd("0.00"), usd("100.00"), FROM).lines()).extracting(Line::kind)
                .containsExactly(LineKind.PLAN);
    }

    @Test
    void what_is_previewed_for_an_instant_is_what_is_billed_for_it() {
        Cases.each(100, random -> {
            var paid = new Money(random.nextInt(100_000), USD);
            var at = FROM.plusNanos(random.nextLong(40L * 86_400 * 1_000_000_000));
            var preview = upgrade(paid, usd("99.00"), at);
            var bill = upgrade(paid, usd("99.00"), at);
            assertThat(bill).isEqualTo(preview);
            assertThat(ContentHash.of(bill)).isEqualTo(ContentHash.of(preview));
            bill.lines().forEach(line -> assertThat(Recompute.amount(line.basis().json()).net())
                    .isEqualTo(line.net()));
        });
    }

    @Test
    void after_any_upgrades_the_time_was_paid_that_each_plan_was_had_for() {
        Cases.each(500, random -> {
            var currency = Cases.currency(random);
            var account = new PaidAccount(currency);
            var price = new Money(random.nextInt(50_000), currency);
            account.upgrade(price, FROM, random);
            for (int i = random.nextInt(8); i > 0; i--) {
                price = price.plus(new Money(1 + random.nextInt(50_000), currency));
                account.upgrade(price, account.from.plusMillis(random.nextLong(account.millis())), random);
            }
            account.leave();
            // Half a minor unit for each rounding: one per line that gave something back.
            assertThat(account.due.subtract(BigDecimal.valueOf(account.billed)).abs())
                    .isLessThanOrEqualTo(BigDecimal.valueOf(account.credits));
        });
    }

    @Test
    void changes_within_one_period_never_give_back_more_than_was_paid_for_it() {
        Cases.each(500, random -> {
            var paid = new Money(random.nextInt(10_000), Cases.currency(random));
            var back = Money.zero(paid.currency());
            for (int i = 0; i < 6; i++) {
                var at = FROM.plusSeconds(random.nextLong(40L * 86_400) - 86_400);
                back = back.plus(Proration.unused(new Unused(BASIC, paid, back, FROM, UNTIL, at)));
                assertThat(back).isBetween(Money.zero(paid.currency()), paid);
            }
        });
    }

    private static Draft upgrade(Money paid, Money price, Instant at) {
        var rest = new Item(LineKind.PRORATION, "Rest of Basic", Optional.empty(),
                new Unused(BASIC, paid, Money.zero(paid.currency()), FROM, UNTIL, at), UNTAXED);
        var next = new Item(LineKind.PLAN, "Pro", Optional.empty(), Flat.one(PRO, price), UNTAXED);
        return Draft.of(paid.currency(), Proration.change(rest, next), Optional.empty());
    }

    /** Plans one after the other, each for a new period; {@code due} is each price for the seconds that it was had. */
    private static final class PaidAccount {
        private final Currency currency;
        private Money paid;
        private Instant from;
        private Instant until;
        private long billed;
        private int credits;
        private BigDecimal due = BigDecimal.ZERO;

        PaidAccount(Currency currency) {
            this.currency = currency;
        }

        void upgrade(Money price, Instant at, Random random) {
            var items = List.of(new Item(LineKind.PLAN, "", Optional.empty(), Flat.one(PRO, price), UNTAXED));
            if (paid != null) {
                var rest = new Item(LineKind.PRORATION, "", Optional.empty(),
                        new Unused(BASIC, paid, Money.zero(currency), from, until, at), UNTAXED);
                items = Proration.change(rest, items.get(0));
                had(Duration.between(at, until).toSeconds());
                credits++;
            }
            billed += Draft.of(currency, items, Optional.empty()).totals().gross().minor();
            paid = price;
            from = at;
            until = at.plusSeconds(1 + random.nextInt(40_000_000));
        }

        void leave() {
            had(0);
        }

        long millis() {
            return Duration.between(from, until).toMillis();
        }

        private void had(long left) {
            long whole = Duration.between(from, until).toSeconds();
            due = due.add(BigDecimal.valueOf(paid.minor()).multiply(BigDecimal.valueOf(whole - left))
                    .divide(BigDecimal.valueOf(whole), 12, RoundingMode.HALF_UP));
        }
    }
}
