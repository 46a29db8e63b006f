package io.weir.billing.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.kernel.api.Money;
import io.weir.payments.api.AccountAgreements;
import io.weir.payments.api.AccountCredits;
import io.weir.payments.api.Payment;
import io.weir.payments.api.PaymentRefunded;
import io.weir.payments.api.PaymentStatus;
import io.weir.platform.api.Messages;
import io.weir.subscriptions.api.CreditPurchases;
import io.weir.subscriptions.api.CreditPurchases.TakenBack;
import io.weir.subscriptions.api.Extensions;
import io.weir.subscriptions.api.Share;
import io.weir.subscriptions.api.Subscriptions;
import io.weir.tenancy.api.Tenants;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GivenBackTest {
    private static final UUID REFUND = new UUID(0, 5);
    private final List<String> taken = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"subscription", "renewal"})
    void all_of_a_plans_price_takes_its_period_and_a_part_takes_nothing(String kind) {
        var payment = payment(kind, 300);
        on(payment, 300, false);
        assertThat(taken).isEmpty();
        var whole = payment(kind, 900);
        on(whole, 600, true);
        assertThat(taken).first().isEqualTo("plan of " + whole.id());
    }

    @Test
    void what_a_renewal_could_not_go_on_with_is_taken_from_the_accounts_money() {
        var payment = payment("renewal", 900);
        on(payment, 900, true);
        assertThat(taken).contains("credit of renewal/" + payment.id() + ": 900 VND");
    }

    @ParameterizedTest
    @ValueSource(strings = {"extension", "credits"})
    void of_units_the_part_goes_that_was_given_back_now(String kind) {
        var payment = payment(kind, 500);
        on(payment, 200, false);
        assertThat(taken).containsExactly(kind + " of " + payment.id() + ": "
                + new TakenBack(new Share(300, 500, 900), "refund/" + REFUND, "TAKEN_BACK"));
    }

    private void on(Payment payment, long amount, boolean whole) {
        var subscriptions = Fixture.fake(Subscriptions.class, (verb, arguments) ->
                taken.add("plan of " + arguments[2]) ? null : null);
        var extensions = Fixture.fake(Extensions.class, (verb, arguments) ->
                taken.add("extension of " + arguments[2] + ": " + arguments[3]) ? 1L : 0L);
        var credits = Fixture.fake(CreditPurchases.class, (verb, arguments) ->
                taken.add("credits of " + arguments[2] + ": " + arguments[3]) ? 1L : 0L);
        var money = Fixture.fake(AccountCredits.class, (verb, arguments) ->
                taken.add("credit of " + arguments[3] + ": " + arguments[2]) ? null : null);
        var agreements = Fixture.fake(AccountAgreements.class, (verb, arguments) ->
                Fixture.Answer.unexpected(verb));
        var tenants = Fixture.fake(Tenants.class, (verb, arguments) -> Fixture.tenant("vi"));
        var messages = Fixture.fake(Messages.class, (verb, arguments) -> arguments[1]);
        var office = new Office();
        new GivenBack(subscriptions, extensions, credits, new RenewedPurchases(subscriptions, office.lifecycle,
                agreements, money, office.pricer, office.ledgers, new UnpricedOrders(office.parties),
                office.invoicing), office.openInvoices, office.creditNotes, tenants, messages)
                .on(new PaymentRefunded(Fixture.TENANT, payment, REFUND, dong(amount), whole));
    }

    /** Of 900 dong, of which so many are back. */
    private static Payment payment(String kind, long refunded) {
        var of = Fixture.payment(new Payment.Purpose(kind, "x"), dong(900));
        return new Payment(of.id(), of.orderCode(), of.account(), of.payer(), of.amount(), of.description(),
                refunded == 900 ? PaymentStatus.REFUNDED : PaymentStatus.COMPLETED, of.purpose(), of.gateway(),
                of.reference(), of.checkout(), of.gatewayReference(), of.note(), of.createdAt(), of.completedAt(),
                Optional.empty(), new Payment.Progress(dong(900), dong(refunded), Optional.empty(),
                Optional.empty()));
    }

    private static Money dong(long amount) {
        return new Money(amount, Fixture.VND);
    }
}
