package io.weir.billing.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.billing.api.BillingTerms;
import io.weir.billing.api.CouponTerms;
import io.weir.billing.api.CouponTerms.Duration;
import io.weir.billing.api.Invoice.Reason;
import io.weir.billing.api.InvoiceTerms;
import io.weir.billing.domain.PricedOrder;
import io.weir.billing.domain.StoredInvoice.Claim;
import io.weir.billing.domain.pricing.LineKind;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.Period;
import io.weir.subscriptions.api.Lifecycle.PaidPeriod;
import io.weir.subscriptions.api.Plan;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PlanChangePricesTest {
    private static final Instant FROM = Fixture.NOW;
    private static final Instant UNTIL = FROM.plusSeconds(1_000_000);
    private final Office office = new Office();
    private final Plan basic = Fixture.plan(100_000, true);
    private final Plan pro = Fixture.plan(300_000, true);
    private final UUID running = UUID.randomUUID();

    @Test
    void costs_the_new_price_less_the_unused_rest_of_what_was_paid_to_the_second() {
        paid(basic, Optional.empty());

        var order = price(pro, FROM.plusSeconds(250_000));

        assertThat(order.total()).isEqualTo(dong(300_000 - 75_000));
        assertThat(order.draft().lines()).extracting("kind").containsExactly(LineKind.PRORATION, LineKind.PLAN);
        assertThat(order.reason()).isEqualTo(Reason.CHANGE);
        assertThat(order.from()).contains(running);
        assertThat(price(pro, FROM.plusSeconds(250_001)).total()).as("a tenth of a dong is none")
                .isEqualTo(dong(300_000 - 75_000));
        assertThat(price(pro, FROM.plusSeconds(250_010)).total()).isEqualTo(dong(300_000 - 74_999));
    }

    @Test
    void only_what_was_paid_after_the_coupon_is_given_back() {
        office.terms = new BillingTerms(List.of(new CouponTerms("HALF", "Half", Optional.of(BigDecimal.valueOf(50)),
                Optional.empty(), Duration.ONCE, OptionalInt.empty(), List.of(), OptionalInt.empty(),
                Optional.empty(), true)), Optional.empty(), Optional.empty(), InvoiceTerms.USUAL);
        paid(basic, Optional.of("half"));

        assertThat(price(pro, FROM).total()).isEqualTo(dong(300_000 - 50_000));
    }

    @Test
    void what_was_given_back_already_is_not_given_back_again() {
        paid(basic, Optional.empty());
        office.creditNotes.refunded(Fixture.TENANT, office.ledgers.invoices.get(0), dong(90_000), "r1");

        assertThat(price(pro, FROM).total()).isEqualTo(dong(300_000 - 10_000));
    }

    @Test
    void what_is_left_beyond_the_new_price_is_for_the_accounts_credit() {
        paid(pro, Optional.empty());

        var order = price(basic, FROM.plusSeconds(500_000));

        assertThat(order.total()).isEqualTo(dong(0));
        assertThat(order.excess().orElseThrow().amount()).isEqualTo(dong(50_000));
        office.afterStart.of(Fixture.TENANT, order, Starting.Started.of("x"), "order/1");
        assertThat(office.credited).containsExactly("giveBack 50000 VND because of order/1/rest");
        assertThat(office.ledgers.views().get(1).total()).isEqualTo(dong(50_000));
    }

    @Test
    void without_a_paid_period_it_is_a_purchase_at_the_full_price() {
        office.lifecycleVerbs.put("running", (verb, arguments) -> Optional.empty());

        assertThat(price(pro, FROM).total()).isEqualTo(dong(300_000));
        assertThat(price(pro, FROM).reason()).isEqualTo(Reason.PURCHASE);
    }

    @Test
    void nothing_was_paid_for_a_trial() {
        office.lifecycleVerbs.put("running", (verb, arguments) -> Optional.of(new PaidPeriod(UUID.randomUUID(),
                running, basic, Period.between(FROM, UNTIL), Optional.of("trial/x/y"))));

        assertThat(price(pro, FROM).total()).isEqualTo(dong(300_000));
    }

    private PricedOrder price(Plan to, Instant at) {
        return office.changes.price(Fixture.TENANT, Fixture.ACCOUNT, to,
                new PlanChangePrices.Moment(at, Optional.empty()));
    }

    private void paid(Plan plan, Optional<String> coupon) {
        var redeemed = coupon.map(code -> office.coupons.good(Fixture.TENANT, code, Optional.of(plan.slug()),
                Fixture.VND));
        var order = office.pricer.plan(Fixture.TENANT, Fixture.ACCOUNT, plan, redeemed);
        var payment = UUID.randomUUID();
        office.invoicing.paid(Fixture.TENANT, new Claim(Fixture.ACCOUNT, Reason.PURCHASE, "payment/" + payment,
                Fixture.VND, Optional.of(running), Optional.empty()), order.draft(), payment);
        office.lifecycleVerbs.put("running", (verb, arguments) -> Optional.of(new PaidPeriod(UUID.randomUUID(),
                running, plan, Period.between(FROM, UNTIL), Optional.of(payment.toString()))));
    }

    private static Money dong(long amount) {
        return new Money(amount, Fixture.VND);
    }
}
