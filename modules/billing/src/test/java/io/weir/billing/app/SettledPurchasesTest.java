package io.weir.billing.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import io.weir.billing.api.Invoice;
import io.weir.billing.api.InvoiceIssued;
import io.weir.billing.domain.InvoiceBook;
import io.weir.billing.domain.InvoiceSequence;
import io.weir.billing.domain.IssuedInvoice;
import io.weir.kernel.api.TenantId;
import io.weir.payments.api.AccountAgreements;
import io.weir.payments.api.AccountCredits;
import io.weir.payments.api.Agreement;
import io.weir.payments.api.Payment;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.PaymentSettled;
import io.weir.platform.api.Time;
import io.weir.subscriptions.api.CreditPurchases;
import io.weir.subscriptions.api.Extensions;
import io.weir.subscriptions.api.Subscription;
import io.weir.subscriptions.api.Subscriptions;
import io.weir.tenancy.api.Tenants;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SettledPurchasesTest implements InvoiceBook, InvoiceSequence, Time {
    private static final PaymentId FIRST = new PaymentId(UUID.randomUUID());
    private final List<IssuedInvoice> kept = new ArrayList<>();
    private final Map<Integer, Long> counts = new HashMap<>();
    private final List<String> started = new ArrayList<>();
    private final List<Record> told = new ArrayList<>();
    private Optional<Subscription> renewed = Optional.of(Fixture.started(Fixture.plan(99_000, true)));
    private Instant now = Fixture.NOW;

    @Test
    void aPaidPlanStartsAndGetsItsInvoice() {
        var plan = Fixture.plan(99_000, true);
        var payment = Fixture.payment(new Payment.Purpose("subscription", plan.id().toString()), plan.price());

        settle(payment);

        assertThat(started).containsExactly("subscription " + plan.id() + " because of " + payment.id());
        var invoice = onlyInvoice();
        assertThat(invoice.number()).isEqualTo("IQX-2026-000001");
        assertThat(told).containsExactly(new InvoiceIssued(Fixture.TENANT, Fixture.ACCOUNT.toString(),
                invoice.id().toString()));
        assertThat(invoice.payment()).isEqualTo(payment.id().value());
        assertThat(invoice.account()).isEqualTo(Fixture.ACCOUNT);
        assertThat(invoice.total()).isEqualTo(plan.price());
        assertThat(invoice.status()).isEqualTo("paid");
        assertThat(invoice.lines()).containsExactly(new Invoice.Line("Gói Cơ Bản", 1, plan.price(), plan.price()));
    }

    @Test
    void aPaidExtensionStartsAndGetsItsInvoice() {
        var extension = Fixture.extension(true);
        var payment = Fixture.payment(new Payment.Purpose("extension", extension.id().toString()), extension.price());

        settle(payment);

        assertThat(started).containsExactly("extension " + extension.id() + " because of " + payment.id());
        assertThat(onlyInvoice().lines()).extracting(Invoice.Line::description).containsExactly("Gói Mở Rộng 5K");
    }

    @Test
    void paidCreditsStartAndGetTheirInvoice() {
        var credits = Fixture.credits(true);
        var payment = Fixture.payment(new Payment.Purpose("credits", credits.id().toString()), credits.price());

        settle(payment);

        assertThat(started).containsExactly("credits OfPackage[id=" + credits.id() + "] for 9.00 USD because of "
                + payment.id());
        assertThat(onlyInvoice().lines()).extracting(Invoice.Line::description, Invoice.Line::amount)
                .containsExactly(tuple("CREDITS_PACKAGE_WITH_BONUS [credits, 100.0000, Basic, 5.0000]",
                        credits.price()));
    }

    @Test
    void aPaidAmountOfCreditsIsStartedAsOne() {
        var payment = Fixture.payment(new Payment.Purpose("credits", "credits/730000"), Fixture.credits(true).price());

        settle(payment);

        assertThat(started).containsExactly("credits Amount[meter=credits, quantity=730000] for 9.00 USD because of "
                + payment.id());
    }

    @Test
    void aSecondSettlementOfOnePaymentIssuesNothing() {
        var plan = Fixture.plan(99_000, true);
        var payment = Fixture.payment(new Payment.Purpose("subscription", plan.id().toString()), plan.price());

        settle(payment);
        settle(payment);

        assertThat(kept).hasSize(1);
        assertThat(counts).containsExactly(Map.entry(2026, 1L));
    }

    @Test
    void theYearTurnsAtTheTenantsMidnightAndCountsStartAgain() {
        now = Instant.parse("2026-12-31T16:59:59.999Z");
        settle(paymentForAPlan());
        settle(paymentForAPlan());
        now = Instant.parse("2026-12-31T17:00:00Z");
        settle(paymentForAPlan());

        assertThat(kept).extracting(invoice -> invoice.view(invoice.lines()).number())
                .containsExactly("IQX-2026-000001", "IQX-2026-000002", "IQX-2027-000001");
    }

    @Test
    void aRenewalGoesOnUnderTheAgreementsFirstPaymentAndGetsItsInvoice() {
        var payment = Fixture.payment(new Payment.Purpose("renewal", "basic"), Fixture.plan(99_000, true).price());

        settle(payment);

        assertThat(started).containsExactly("Renewal[planSlug=basic, origin=" + FIRST + ", cause=" + payment.id()
                + "]");
        assertThat(onlyInvoice().lines()).extracting(Invoice.Line::description).containsExactly("Gói Cơ Bản");
    }

    @Test
    void aRenewalThatStartsNothingIsTheAccountsMoneyAndHasItsInvoiceToo() {
        renewed = Optional.empty();
        var payment = Fixture.payment(new Payment.Purpose("renewal", "gone"), Fixture.plan(99_000, true).price());

        settle(payment);

        assertThat(started).last().isEqualTo("99000 VND because of renewal/" + payment.id());
        assertThat(onlyInvoice().total()).isEqualTo(payment.amount());
    }

    @Test
    void moneyForSomethingUnknownIsAnError() {
        var payment = Fixture.payment(new Payment.Purpose("lottery", "x"), Fixture.plan(1, true).price());

        assertThatIllegalStateException().isThrownBy(() -> settle(payment));
        assertThat(kept).isEmpty();
    }

    private Payment paymentForAPlan() {
        var plan = Fixture.plan(99_000, true);
        return Fixture.payment(new Payment.Purpose("subscription", plan.id().toString()), plan.price());
    }

    private void settle(Payment payment) {
        var subscriptions = Fixture.fake(Subscriptions.class, (verb, arguments) -> {
            if (verb.equals("renew")) {
                started.add(String.valueOf(arguments[2]));
                return renewed;
            }
            started.add("subscription " + arguments[2] + " because of " + arguments[3]);
            return Fixture.started(Fixture.plan(99_000, true));
        });
        var extensions = Fixture.fake(Extensions.class, (verb, arguments) -> {
            started.add("extension " + arguments[2] + " because of " + arguments[3]);
            return Fixture.bought(Fixture.extension(true));
        });
        var credits = Fixture.fake(CreditPurchases.class, (verb, arguments) -> {
            started.add("credits " + arguments[2] + " for " + arguments[3] + " because of " + arguments[4]);
            return Fixture.bought(Fixture.credits(true));
        });
        var tenants = Fixture.fake(Tenants.class, (verb, arguments) -> Fixture.tenant("vi"));
        new SettledPurchases(subscriptions, extensions, credits,
                new RenewedPurchases(subscriptions, agreements(), givenBack()), Fixture.words(),
                new Invoicing(this, tenants, this, this, (tenant, event) -> told.add(event)))
                .on(new PaymentSettled(Fixture.TENANT, payment));
    }

    private static AccountAgreements agreements() {
        return Fixture.fake(AccountAgreements.class, (verb, arguments) -> Optional.of(new Agreement(UUID.randomUUID(),
                "stripe", "sub_1", Fixture.ACCOUNT, FIRST, "basic", Agreement.Status.ACTIVE, false, Optional.empty(),
                Fixture.NOW)));
    }

    private AccountCredits givenBack() {
        return Fixture.fake(AccountCredits.class, (verb, arguments) -> {
            started.add(arguments[2] + " because of " + arguments[3]);
            return null;
        });
    }

    private Invoice onlyInvoice() {
        assertThat(kept).hasSize(1);
        return kept.get(0).view(kept.get(0).lines());
    }

    @Override
    public boolean holdsInvoiceFor(PaymentId payment) {
        return kept.stream().anyMatch(invoice -> invoice.payment().equals(payment.toString()));
    }

    @Override
    public void keep(IssuedInvoice invoice) {
        kept.add(invoice);
    }

    @Override
    public long next(TenantId tenant, int year) {
        return counts.merge(year, 1L, Long::sum);
    }

    @Override
    public Instant now() {
        throw new AssertionError("invoices are dated by the tenant's clock");
    }

    @Override
    public Instant now(TenantId tenant) {
        return now;
    }
}
