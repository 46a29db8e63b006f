package io.weir.billing.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import io.weir.billing.api.Invoice;
import io.weir.billing.api.Invoice.Status;
import io.weir.billing.api.InvoiceIssued;
import io.weir.kernel.api.Money;
import io.weir.payments.api.AccountAgreements;
import io.weir.payments.api.Agreement;
import io.weir.payments.api.Payment;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.PaymentSettled;
import io.weir.subscriptions.api.CreditPurchases;
import io.weir.subscriptions.api.Extensions;
import io.weir.subscriptions.api.Plan;
import io.weir.subscriptions.api.Subscription;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SettledPurchasesTest {
    private static final PaymentId FIRST = new PaymentId(UUID.randomUUID());
    private final Office office = new Office();
    private final List<String> started = new ArrayList<>();
    private Plan plan = Fixture.plan(99_000, true);
    private Optional<Subscription> renewed = Optional.of(Fixture.started(plan));

    @Test
    void a_paid_plan_starts_and_gets_its_invoice_of_what_was_priced() {
        var payment = ordered(plan);

        settle(payment);

        assertThat(started).containsExactly("subscription " + plan.id() + " because of " + payment.id());
        var invoice = onlyInvoice();
        assertThat(invoice.number()).contains("IQX-2026-000001");
        assertThat(invoice.payment()).contains(payment.id().value());
        assertThat(invoice.account()).isEqualTo(Fixture.ACCOUNT);
        assertThat(invoice.total()).isEqualTo(plan.price());
        assertThat(invoice.status()).isEqualTo(Status.PAID);
        assertThat(invoice.lines()).extracting(Invoice.Line::kind, Invoice.Line::description, Invoice.Line::gross)
                .containsExactly(tuple("plan", "Gói Cơ Bản", plan.price()));
        assertThat(office.told).containsExactly(new InvoiceIssued(Fixture.TENANT, Fixture.ACCOUNT.toString(),
                invoice.id().toString()));
    }

    @Test
    void a_price_that_changed_meanwhile_changes_nothing_of_what_was_asked_for() {
        var payment = ordered(plan);
        plan = Fixture.plan(199_000, true);

        settle(payment);

        assertThat(onlyInvoice().total()).isEqualTo(payment.amount());
    }

    @Test
    void what_was_asked_for_before_orders_were_kept_has_one_line_over_what_was_paid() {
        var extension = Fixture.extension(true);
        var payment = payment("extension", extension.id().toString(), extension.price());

        settle(payment);

        assertThat(started).containsExactly("extension " + extension.id() + " because of " + payment.id());
        assertThat(onlyInvoice().lines()).extracting(Invoice.Line::description, Invoice.Line::amount)
                .containsExactly(tuple("Gói Mở Rộng 5K", extension.price()));
    }

    @Test
    void paid_credits_start_and_get_their_invoice() {
        var credits = Fixture.credits(true);
        settle(payment("credits", credits.id().toString(), credits.price()));
        settle(payment("credits", "credits/730000", credits.price()));

        assertThat(started.get(0)).startsWith("credits OfPackage[id=" + credits.id() + "] for 9.00 USD");
        assertThat(started.get(1)).startsWith("credits Amount[meter=credits, quantity=730000] for 9.00 USD");
        assertThat(office.ledgers.views()).extracting(invoice -> invoice.lines().get(0).description())
                .containsOnly("CREDITS_PACKAGE_WITH_BONUS [credits, 100.0000, Basic, 5.0000]");
    }

    @Test
    void a_second_settlement_of_one_payment_issues_nothing() {
        var payment = ordered(plan);

        settle(payment);
        settle(payment);

        onlyInvoice();
        settle(ordered(plan));
        assertThat(office.ledgers.views()).extracting(invoice -> invoice.number().orElse(""))
                .containsExactly("IQX-2026-000001", "IQX-2026-000002");
    }

    @Test
    void the_year_turns_at_the_tenants_midnight_and_counts_start_again() {
        office.now = Instant.parse("2026-12-31T16:59:59.999Z");
        settle(ordered(plan));
        settle(ordered(plan));
        office.now = Instant.parse("2026-12-31T17:00:00Z");
        settle(ordered(plan));

        assertThat(office.ledgers.views()).extracting(invoice -> invoice.number().orElse(""))
                .containsExactly("IQX-2026-000001", "IQX-2026-000002", "IQX-2027-000001");
    }

    @Test
    void a_renewal_goes_on_under_the_agreements_first_payment_with_a_line_of_the_plan() {
        var payment = payment("renewal", "basic", plan.price());

        settle(payment);

        assertThat(started).containsExactly("Renewal[planSlug=basic, origin=" + FIRST + ", cause=" + payment.id()
                + "]");
        assertThat(onlyInvoice().lines()).extracting(Invoice.Line::description).containsExactly("Gói Cơ Bản");
    }

    @Test
    void what_a_gateway_charged_differently_has_a_line_of_its_own() {
        settle(payment("renewal", "basic", dong(80_000)));

        assertThat(onlyInvoice().total()).isEqualTo(dong(80_000));
        assertThat(onlyInvoice().lines()).extracting(Invoice.Line::kind, Invoice.Line::gross)
                .containsExactly(tuple("plan", dong(99_000)), tuple("other", dong(-19_000)));
    }

    @Test
    void a_renewal_in_another_currency_is_not_lost_either() {
        settle(payment("renewal", "basic", new Money(999, Fixture.USD)));

        assertThat(onlyInvoice().total()).isEqualTo(new Money(999, Fixture.USD));
    }

    @Test
    void a_renewal_that_starts_nothing_is_the_accounts_money_and_has_its_invoice_too() {
        renewed = Optional.empty();
        var payment = payment("renewal", "gone", plan.price());

        settle(payment);

        assertThat(office.credited).containsExactly("giveBack 99000 VND because of renewal/" + payment.id());
        assertThat(onlyInvoice().total()).isEqualTo(payment.amount());
    }

    @Test
    void money_for_something_unknown_is_an_error() {
        assertThatIllegalStateException().isThrownBy(() -> settle(payment("lottery", "x", dong(1))));
        assertThat(office.ledgers.invoices).isEmpty();
    }

    private Payment ordered(Plan bought) {
        var order = office.pricer.plan(Fixture.TENANT, Fixture.ACCOUNT, bought, Optional.empty());
        var payment = payment("subscription", bought.id().toString(), order.total());
        office.orders.freeze(Fixture.TENANT, payment.id().value(), order);
        return payment;
    }

    private Payment payment(String kind, String item, Money amount) {
        return office.payment(kind, item, amount);
    }

    private static Money dong(long amount) {
        return new Money(amount, Fixture.VND);
    }

    private void settle(Payment payment) {
        office.subscriptionVerbs.put("renew", (verb, arguments) -> {
            started.add(String.valueOf(arguments[2]));
            return renewed;
        });
        office.subscriptionVerbs.put("activate", (verb, arguments) -> {
            started.add("subscription " + arguments[2] + " because of " + arguments[3]);
            return Fixture.started(plan);
        });
        office.lifecycleVerbs.put("periodOf", (verb, arguments) -> Optional.empty());
        var extensions = Fixture.fake(Extensions.class, (verb, arguments) -> {
            started.add("extension " + arguments[2] + " because of " + arguments[3]);
            return Fixture.bought(Fixture.extension(true));
        });
        var credits = Fixture.fake(CreditPurchases.class, (verb, arguments) -> {
            started.add("credits " + arguments[2] + " for " + arguments[3] + " because of " + arguments[4]);
            return Fixture.bought(Fixture.credits(true));
        });
        var unpriced = new UnpricedOrders(office.parties);
        var renewals = new RenewedPurchases(office.subscriptions, office.lifecycle, agreements(),
                office.accountCredits, office.pricer, office.ledgers, unpriced, office.invoicing);
        new SettledPurchases(office.orders, office.starting(extensions, credits), renewals, office.openInvoices,
                unpriced, office.invoicing, office.afterStart).on(new PaymentSettled(Fixture.TENANT, payment));
    }

    private static AccountAgreements agreements() {
        return Fixture.fake(AccountAgreements.class, (verb, arguments) -> Optional.of(new Agreement(UUID.randomUUID(),
                "stripe", "sub_1", Fixture.ACCOUNT, FIRST, "basic", Agreement.Status.ACTIVE, false, Optional.empty(),
                Fixture.NOW)));
    }

    private Invoice onlyInvoice() {
        assertThat(office.ledgers.invoices).hasSize(1);
        return office.ledgers.views().get(0);
    }
}
