package io.weir.billing.domain.pricing;

import static io.weir.billing.domain.pricing.Cases.KWD;
import static io.weir.billing.domain.pricing.Cases.USD;
import static io.weir.billing.domain.pricing.Cases.VND;
import static io.weir.billing.domain.pricing.Cases.money;
import static io.weir.billing.domain.pricing.Cases.number;
import static io.weir.billing.domain.pricing.Cases.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.weir.billing.domain.pricing.Coupon.Off;
import io.weir.billing.domain.pricing.Coupon.Percent;
import io.weir.billing.domain.pricing.Coupon.Worth;
import io.weir.billing.domain.pricing.Draft.Redeemed;
import io.weir.billing.domain.pricing.How.Corrected;
import io.weir.billing.domain.pricing.How.Flat;
import io.weir.billing.domain.pricing.How.Minimum;
import io.weir.billing.domain.pricing.How.Offer;
import io.weir.billing.domain.pricing.TaxDecision.Why;
import io.weir.kernel.api.Money;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DraftTest {
    private static final TaxDecision USD_19 = new TaxDecision(number("19"), "VAT", false, Why.RATE);
    private static final TaxDecision USD_7 = new TaxDecision(number("7"), "VAT", false, Why.RATE);

    @Test
    void a_coupon_is_a_line_for_each_rate_and_adds_up_to_what_it_takes_off() {
        var draft = draft(USD, new Percent(number("10")), plan("pro", usd("49.99"), USD_19),
                plan("pro", usd("20.03"), USD_7));
        assertThat(draft.lines()).extracting(line -> line.kind().word() + " " + line.net() + " " + line.tax())
                .containsExactly("plan 49.99 USD 9.50 USD", "plan 20.03 USD 1.40 USD", "discount -5.00 USD -0.95 USD",
                        "discount -2.00 USD -0.14 USD");
        assertThat(draft.totals().subtotal()).isEqualTo(usd("70.02"));
        assertThat(draft.totals().discount()).isEqualTo(usd("-7.00"));
        assertThat(draft.totals().gross()).isEqualTo(usd("72.83"));
        assertThat(draft.totals().byTax()).extracting(sum -> sum.decision().rate() + ": " + sum.net() + " " + sum.tax())
                .containsExactly("19: 44.99 USD 8.55 USD", "7: 18.03 USD 1.26 USD");
    }

    @Test
    void prices_that_contain_tax_are_what_is_paid() {
        var vat = new TaxDecision(number("10"), "VAT", true, Why.RATE);
        var totals = draft(VND, new Off(money("50000", VND)), plan("pro", money("199000", VND), vat)).totals();
        assertThat(totals.gross()).isEqualTo(money("149000", VND));
        assertThat(totals.net()).isEqualTo(money("135454", VND));
        assertThat(totals.tax()).isEqualTo(money("13546", VND));
    }

    @Test
    void three_decimals_are_as_good_as_none() {
        var vat = new TaxDecision(number("5"), "VAT", false, Why.RATE);
        var totals = draft(KWD, new Percent(number("12.5")), plan("pro", money("1.234", KWD), vat)).totals();
        assertThat(totals.discount()).isEqualTo(money("-0.154", KWD));
        assertThat(totals.gross()).isEqualTo(money("1.134", KWD));
    }

    @Test
    void a_coupon_takes_nothing_off_what_it_is_not_for_and_never_below_zero() {
        var pro = plan("pro", usd("49.00"), USD_19);
        var extension = new Item(LineKind.EXTENSION, "1000 calls", Optional.empty(),
                Flat.one(new Offer("calls-1000", 1), usd("5.00")), USD_19);
        var coupon = CouponTest.of(new Off(usd("60.00")), Set.of("pro"));
        var draft = Draft.of(USD, List.of(pro, extension), Optional.of(new Redeemed(coupon, "Spring")));
        assertThat(draft.totals().discount()).isEqualTo(usd("-49.00"));
        assertThat(draft.paidFor(draft.lines().get(0))).isEqualTo(usd("0.00"));
        assertThat(draft.paidFor(draft.lines().get(1))).isEqualTo(usd("5.00"));
    }

    @Test
    void with_what_is_given_back_a_coupon_takes_off_no_more_than_is_left_to_pay() {
        var back = givenBack(usd("40.00"));
        var draft = draft(USD, new Percent(number("50")), back, plan("pro", usd("49.00"), USD_19));
        assertThat(draft.totals().discount()).isEqualTo(usd("-9.00"));
        assertThat(draft.totals().gross()).isEqualTo(usd("0.00"));
        assertThat(draft.paidFor(draft.lines().get(1))).isEqualTo(usd("40.00"));
        var more = givenBack(usd("60.00"));
        assertThat(draft(USD, new Percent(number("50")), more, plan("pro", usd("49.00"), USD_19)).totals().net())
                .isEqualTo(usd("-11.00"));
    }

    @Test
    void nothing_is_a_draft_too() {
        assertThat(draft(USD, new Off(usd("5.00"))).totals().gross()).isEqualTo(usd("0.00"));
    }

    @Test
    void a_minimum_lifts_what_was_asked_for_to_it() {
        var pro = new Offer("pro", 2);
        assertThat(new Minimum(pro, usd("100.00"), List.of(usd("49.00"), usd("20.50"))).amount())
                .isEqualTo(usd("30.50"));
        assertThat(new Minimum(pro, usd("100.00"), List.of(usd("49.00"), usd("51.00"))).amount())
                .isEqualTo(usd("0.00"));
        assertThat(new Minimum(pro, usd("100.00"), List.of(usd("149.00"))).amount()).isEqualTo(usd("0.00"));
    }

    @Test
    void prices_with_tax_and_without_do_not_add_up() {
        assertThatIllegalArgumentException().isThrownBy(() -> Draft.of(USD,
                List.of(plan("a", usd("1.00"), USD_19), plan("b", usd("1.00"), USD_19.priced(true))),
                Optional.empty()));
    }

    private static Draft draft(Currency currency, Worth worth, Item... items) {
        return Draft.of(currency, List.of(items), Optional.of(new Redeemed(CouponTest.of(worth, Set.of()), "Spring")));
    }

    private static Item givenBack(Money part) {
        return new Item(LineKind.PRORATION, "Rest", Optional.empty(), new Corrected("A-1", 1, part), USD_19);
    }

    private static Item plan(String slug, Money price, TaxDecision tax) {
        return new Item(LineKind.PLAN, slug, Optional.empty(), Flat.one(new Offer(slug, 1), price), tax);
    }
}
