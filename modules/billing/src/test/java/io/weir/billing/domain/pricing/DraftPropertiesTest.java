package io.weir.billing.domain.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.billing.domain.pricing.Coupon.Off;
import io.weir.billing.domain.pricing.Coupon.Percent;
import io.weir.billing.domain.pricing.Draft.Redeemed;
import io.weir.billing.domain.pricing.How.Corrected;
import io.weir.billing.domain.pricing.How.Flat;
import io.weir.billing.domain.pricing.How.Minimum;
import io.weir.billing.domain.pricing.How.Offer;
import io.weir.billing.domain.pricing.How.Unused;
import io.weir.billing.domain.pricing.How.Usage;
import io.weir.billing.domain.pricing.Rating.Units;
import io.weir.billing.domain.pricing.TaxDecision.Why;
import io.weir.kernel.api.Money;
import io.weir.subscriptions.api.Pricing.Graduated;
import io.weir.subscriptions.api.Pricing.Packages;
import io.weir.subscriptions.api.Pricing.PerUnit;
import io.weir.subscriptions.api.Pricing.Volume;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DraftPropertiesTest {
    private static final Instant FROM = Instant.parse("2026-01-01T00:00:00.123Z");

    @Test
    void lines_always_add_up_to_the_totals() {
        Cases.each(200, random -> {
            var draft = draft(random);
            var totals = draft.totals();
            draft.lines().forEach(line -> assertThat(line.net().plus(line.tax())).isEqualTo(line.gross()));
            assertThat(sum(draft, Line::net)).isEqualTo(totals.net());
            assertThat(sum(draft, Line::tax)).isEqualTo(totals.tax());
            assertThat(sum(draft, Line::gross)).isEqualTo(totals.gross()).isEqualTo(totals.net().plus(totals.tax()));
            assertThat(sum(draft, Line::amount)).isEqualTo(totals.subtotal().plus(totals.discount()));
            assertThat(totals.byTax().stream().map(Totals.ByTax::net).reduce(zero(draft), Money::plus))
                    .isEqualTo(totals.net());
            assertThat(totals.byTax().stream().map(Totals.ByTax::tax).reduce(zero(draft), Money::plus))
                    .isEqualTo(totals.tax());
        });
    }

    @Test
    void a_coupon_never_makes_a_line_or_a_bill_negative_and_is_shared_out_to_the_last_unit() {
        Cases.each(200, random -> {
            var draft = draft(random);
            var totals = draft.totals();
            assertThat(totals.discount().isNegative() || totals.discount().isZero()).isTrue();
            assertThat(totals.subtotal().isNegative() || !totals.subtotal().plus(totals.discount()).isNegative())
                    .isTrue();
            var before = draft.lines().stream().filter(line -> line.kind() != LineKind.DISCOUNT).toList();
            before.stream().filter(line -> !line.amount().isNegative())
                    .forEach(line -> assertThat(draft.paidFor(line).isNegative()).isFalse());
            assertThat(before.stream().map(draft::paidFor).reduce(zero(draft), Money::plus))
                    .isEqualTo(totals.subtotal().plus(totals.discount()));
        });
    }

    @Test
    void what_a_line_keeps_gives_its_amounts_again_and_nothing_else_is_asked() {
        Cases.each(200, random -> draft(random).lines().forEach(line -> {
            var kept = line.basis().json();
            var again = Recompute.amount(kept);
            assertThat(List.of(again.net(), again.tax(), again.gross()))
                    .isEqualTo(List.of(line.net(), line.tax(), line.gross()));
            assertThat(Basis.read(kept).json()).isEqualTo(kept);
            assertThat(Explained.of(Basis.read(kept)).formula()).isEqualTo(line.basis().how().formula());
        }));
    }

    @Test
    void the_columns_of_a_line_multiply_to_its_amount() {
        Cases.each(200, random -> draft(random).lines().forEach(line -> assertThat(
                Rounding.of(line.quantity().multiply(line.unitPrice()), line.net().currency()))
                .isEqualTo(line.amount())));
    }

    @Test
    void a_draft_has_one_hash_however_its_json_was_stored_and_another_when_a_unit_differs() {
        Cases.each(40, random -> {
            var draft = draft(random);
            var hash = ContentHash.of(draft);
            var stored = Canonical.read(draft.json(), JsonNode.class).toPrettyString();
            assertThat(ContentHash.ofJson(stored)).isEqualTo(hash);
            assertThat(Canonical.read(stored, Draft.class)).isEqualTo(Canonical.read(draft.json(), Draft.class));
            var first = draft.lines().get(0);
            var other = new Line(first.no(), first.kind(), first.words(), first.quantity(), first.unitPrice(),
                    first.net().plus(new Money(1, draft.currency())), first.tax(), first.gross(), first.period(),
                    first.basis());
            assertThat(ContentHash.of(other)).isNotEqualTo(ContentHash.of(first));
        });
    }

    private static Draft draft(Random random) {
        var currency = Cases.currency(random);
        boolean inclusive = random.nextBoolean();
        var rates = List.of(tax("19", inclusive), tax("7.7", inclusive), tax("0", inclusive));
        var items = IntStream.rangeClosed(0, random.nextInt(6)).mapToObj(i -> item(random, currency,
                rates.get(random.nextInt(3)))).toList();
        return Draft.of(currency, items, coupon(random, currency));
    }

    private static Optional<Redeemed> coupon(Random random, Currency currency) {
        var worth = random.nextBoolean() ? new Percent(BigDecimal.valueOf(random.nextInt(10_001), 2))
                : new Off(new Money(random.nextInt(50_000), currency));
        var plans = random.nextBoolean() ? Set.of("p1", "p2") : Set.<String>of();
        return random.nextInt(4) == 0 ? Optional.empty()
                : Optional.of(new Redeemed(CouponTest.of(worth, plans), "Coupon"));
    }

    private static Item item(Random random, Currency currency, TaxDecision tax) {
        var offer = new Offer("p" + random.nextInt(4), random.nextInt(9));
        var amount = new Money(random.nextInt(40_000), currency);
        return switch (random.nextInt(6)) {
            case 0 -> item(LineKind.USAGE, usage(random, offer, currency), tax);
            case 1 -> item(LineKind.MINIMUM, new Minimum(offer, amount, List.of(new Money(99, currency))), tax);
            case 2 -> item(LineKind.PRORATION, new Unused(offer, amount, new Money(random.nextInt(9_999), currency),
                    FROM, FROM.plusSeconds(2_592_000), FROM.plusNanos(random.nextLong(2_592_000_000_000_000L))), tax);
            case 3 -> item(LineKind.OTHER, new Corrected("X-2026-000001", 1, amount), tax);
            case 4 -> item(LineKind.CREDITS, new Flat(offer, BigDecimal.valueOf(random.nextInt(900)),
                    RatingTest.price(random), currency), tax);
            default -> item(LineKind.PLAN, Flat.one(offer, amount), tax);
        };
    }

    private static Usage usage(Random random, Offer offer, Currency currency) {
        var model = switch (random.nextInt(4)) {
            case 0 -> new PerUnit(RatingTest.price(random));
            case 1 -> new Graduated(RatingTest.tiers(random));
            case 2 -> new Volume(RatingTest.tiers(random));
            default -> new Packages(1 + random.nextInt(99), RatingTest.price(random));
        };
        return new Usage(offer, "calls", model, new Units(random.nextInt(900), random.nextInt(300), random.nextInt(3)),
                FROM, FROM.plusSeconds(3_600), currency);
    }

    private static Item item(LineKind kind, How how, TaxDecision tax) {
        return new Item(kind, kind.word(), Optional.empty(), how, tax);
    }

    private static TaxDecision tax(String rate, boolean inclusive) {
        return new TaxDecision(new BigDecimal(rate), "VAT", inclusive, Why.RATE);
    }

    private static Money sum(Draft draft, Function<Line, Money> amount) {
        return draft.lines().stream().map(amount).reduce(zero(draft), Money::plus);
    }

    private static Money zero(Draft draft) {
        return Money.zero(draft.currency());
    }
}
