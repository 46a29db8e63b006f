package io.weir.paymentgateways.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.payments.api.Recurring;
import io.weir.payments.spi.AgreementState.Status;
import io.weir.payments.spi.Agreements;
import io.weir.payments.spi.Agreements.Change;
import io.weir.payments.spi.Fact;
import io.weir.payments.spi.GatewayException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StripeAgreementsTest {
    private final StripeShop shop = new StripeShop();
    private final Agreements agreements = shop.gateway.agreements().orElseThrow();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void it_is_looked_at_as_it_stands() {
        var state = agreements.look(shop.merchant, shop.agreement());
        assertThat(state.status()).isEqualTo(Status.ACTIVE);
        assertThat(state.product()).contains("pro");
        assertThat(state.paidUntil()).contains(StripeShop.NOW.plus(Duration.ofDays(31)));
        assertThatThrownBy(() -> agreements.look(shop.merchant, "sub_other")).isInstanceOf(GatewayException.class)
                .hasMessageContaining("No such subscription");
    }

    @Test
    void an_end_with_the_period_can_be_taken_back_until_it_comes() {
        var agreement = shop.agreement();
        assertThat(agreements.cancel(shop.merchant, agreement, true).cancelAtPeriodEnd()).isTrue();
        assertThat(agreements.cancel(shop.merchant, agreement, true).cancelAtPeriodEnd()).isTrue();
        assertThat(agreements.resume(shop.merchant, agreement).cancelAtPeriodEnd()).isFalse();
        assertThat(agreements.resume(shop.merchant, agreement).status()).isEqualTo(Status.ACTIVE);
        agreements.cancel(shop.merchant, agreement, true);
        shop.stripe.pass(agreement, true);
        assertThat(((Fact.AgreementChanged) shop.told("customer.subscription.deleted")).state().status())
                .isEqualTo(Status.ENDED);
    }

    @Test
    void ending_it_now_ends_it_and_again_is_quiet() {
        var agreement = shop.agreement();
        assertThat(agreements.cancel(shop.merchant, agreement, false).status()).isEqualTo(Status.ENDED);
        assertThat(agreements.cancel(shop.merchant, agreement, false).status()).isEqualTo(Status.ENDED);
        assertThat(agreements.cancel(shop.merchant, agreement, true).status()).isEqualTo(Status.ENDED);
    }

    @Test
    void periods_that_are_paid_renew_it_and_those_that_are_not_wait() {
        var agreement = shop.agreement();
        shop.stripe.pass(agreement, true);
        var renewed = (Fact.Renewed) shop.told("invoice.paid");
        assertThat(renewed.agreement()).isEqualTo(agreement);
        assertThat(renewed.product()).contains("pro");
        shop.stripe.pass(agreement, false);
        var failed = (Fact.RenewalFailed) shop.told("invoice.payment_failed");
        assertThat(failed.agreement()).isEqualTo(agreement);
        var late = agreements.look(shop.merchant, agreement);
        assertThat(late.status()).isEqualTo(Status.PAST_DUE);
        assertThat(late.paidUntil()).contains(StripeShop.NOW.plus(Duration.ofDays(62)));
        shop.stripe.recover(agreement);
        assertThat(((Fact.Renewed) shop.told("invoice.paid")).charge()).isEqualTo(failed.charge());
    }

    @Test
    void a_change_at_once_charges_the_difference_and_is_told_with_the_new_product() {
        var agreement = shop.agreement();
        var change = change("max", Recurring.Unit.MONTH, 9900, true);
        assertThat(agreements.change(shop.merchant, agreement, change).product()).contains("max");
        agreements.change(shop.merchant, agreement, change);
        assertThat(shop.toldTypes().stream().filter("invoice.paid"::equals)).hasSize(2);
        var renewed = (Fact.Renewed) shop.told("invoice.paid");
        assertThat(renewed.product()).contains("max");
        assertThat(renewed.amount()).isEqualTo(StripeShop.money(7000, "USD"));
    }

    @Test
    void a_change_whose_difference_is_not_paid_changes_nothing() {
        var agreement = shop.agreement();
        shop.stripe.chargesWork(false);
        assertThatThrownBy(() -> agreements.change(shop.merchant, agreement,
                change("max", Recurring.Unit.MONTH, 9900, true)))
                .isInstanceOf(GatewayException.class).hasMessageContaining("declined");
        assertThat(agreements.look(shop.merchant, agreement).product()).contains("pro");
    }

    @Test
    void a_change_with_the_period_waits_for_it_also_where_periods_get_longer() {
        var agreement = shop.agreement();
        var change = change("mini", Recurring.Unit.YEAR, 9000, false);
        assertThat(agreements.change(shop.merchant, agreement, change).product()).contains("pro");
        agreements.change(shop.merchant, agreement, change);
        assertThat(shop.toldTypes().stream().filter("invoice.paid"::equals)).hasSize(1);
        shop.stripe.pass(agreement, true);
        var renewed = (Fact.Renewed) shop.told("invoice.paid");
        assertThat(renewed.product()).contains("mini");
        assertThat(renewed.amount()).isEqualTo(StripeShop.money(9000, "USD"));
        var state = agreements.look(shop.merchant, agreement);
        assertThat(state.product()).contains("mini");
        assertThat(state.paidUntil()).contains(StripeShop.NOW.plus(Duration.ofDays(31 + 365)));
    }

    @Test
    void the_last_of_two_changes_counts_and_an_end_undoes_both() {
        var agreement = shop.agreement();
        agreements.change(shop.merchant, agreement, change("mini", Recurring.Unit.MONTH, 900, false));
        agreements.change(shop.merchant, agreement, change("midi", Recurring.Unit.MONTH, 1900, false));
        shop.stripe.pass(agreement, true);
        assertThat(((Fact.Renewed) shop.told("invoice.paid")).product()).contains("midi");
        agreements.change(shop.merchant, agreement, change("mini", Recurring.Unit.MONTH, 1000, false));
        assertThat(agreements.cancel(shop.merchant, agreement, true).cancelAtPeriodEnd()).isTrue();
        agreements.resume(shop.merchant, agreement);
        shop.stripe.pass(agreement, true);
        assertThat(((Fact.Renewed) shop.told("invoice.paid")).product()).contains("midi");
    }

    @Test
    void a_change_at_once_replaces_one_that_was_to_come() {
        var agreement = shop.agreement();
        agreements.change(shop.merchant, agreement, change("mini", Recurring.Unit.MONTH, 900, false));
        assertThat(agreements.change(shop.merchant, agreement, change("max", Recurring.Unit.MONTH, 9900, true))
                .product()).contains("max");
        shop.stripe.pass(agreement, true);
        assertThat(((Fact.Renewed) shop.told("invoice.paid")).product()).contains("max");
    }

    private static Change change(String product, Recurring.Unit unit, long price, boolean atOnce) {
        return new Change(product + price, new Recurring(product, unit, 1), "Plan " + product,
                StripeShop.money(price, "USD"), atOnce);
    }
}
