package io.weir.billing.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.billing.api.Purchases.HowToPay;
import io.weir.billing.domain.StoredOrder;
import io.weir.identity.api.Caller;
import io.weir.kernel.api.Refusal;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.RateCards;
import io.weir.payments.api.Payment;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.Payments;
import io.weir.payments.api.Recurring;
import io.weir.subscriptions.api.Catalogue;
import io.weir.subscriptions.api.CreditPackage;
import io.weir.subscriptions.api.ExtensionPackage;
import io.weir.subscriptions.api.Extensions;
import io.weir.subscriptions.api.Plan;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PurchasesByPaymentTest {
    private static final HowToPay HOW = new HowToPay(Optional.of("manual"),
            new Payments.Return(Optional.of("https://shop.example/ok"), Optional.empty()));

    private final Office office = new Office();
    private final List<Payments.Order> orders = office.asked;
    private Plan plan = Fixture.plan(99_000, true);
    private final CreditPackage credits = Fixture.credits(true);
    private ExtensionPackage extension = Fixture.extension(true);
    private Optional<String> notExtendable = Optional.empty();

    @Test
    void aPlanIsOrderedAtItsPriceForTheCallersAccount() {
        purchases().plan(Fixture.customer(), plan.id(), HOW);

        assertThat(orders).usingRecursiveFieldByFieldElementComparatorIgnoringFields("id")
                .containsExactly(new Payments.Order(Fixture.ACCOUNT, Fixture.USER, plan.price(),
                "PAYMENT_FOR [Gói Cơ Bản]", new Payment.Purpose("subscription", plan.id().toString()), HOW.gateway(),
                HOW.returns(), Optional.of(new Recurring(plan.slug(), Recurring.Unit.DAY, 30))));
        assertThat(office.ledgers.orders).as("priced under the payment's name before the gateway hears of it")
                .containsOnlyKeys(orders.get(0).id().value());
    }

    @Test
    void whatNoGatewayTookIsNotKeptInMind() {
        office.gatewayFails = Refusal.of(Refusal.Kind.UPSTREAM_FAILED, "GATEWAY_FAILED", "x").asException();
        assertThatThrownBy(() -> purchases().plan(Fixture.customer(), plan.id(), HOW)).hasMessage("GATEWAY_FAILED");
        assertThat(office.ledgers.orders.values()).noneMatch(StoredOrder::isOpen);
    }

    @Test
    void aFormThatIsSentTwiceOrdersOnce() {
        var form = new HowToPay(Optional.empty(), Payments.Return.NOWHERE, Optional.empty(),
                Optional.of(UUID.randomUUID()));
        var first = purchases().plan(Fixture.customer(), plan.id(), form).toPay();
        var again = purchases().plan(Fixture.customer(), plan.id(), form).toPay();
        assertThat(again.id()).isEqualTo(first.id()).isEqualTo(new PaymentId(form.ticket().orElseThrow()));
        assertThat(orders).hasSize(1);
        purchases().creditPackage(Fixture.customer(), credits.id(), form);
        assertThat(orders).as("another wish by the same form").hasSize(2);
    }

    @Test
    void aFormThatIsSentAgainWhileItsPaymentIsBeingOpenedIsToldSo() {
        var ticket = UUID.randomUUID();
        office.orders.freeze(Fixture.TENANT, ticket, office.pricer.plan(Fixture.TENANT, Fixture.ACCOUNT, plan,
                Optional.empty()));
        refuses("ORDER_UNDER_WAY", () -> purchases().plan(Fixture.customer(), plan.id(), new HowToPay(
                Optional.empty(), Payments.Return.NOWHERE, Optional.empty(), Optional.of(ticket))));
        assertThat(orders).isEmpty();
    }

    @Test
    void whatNoGatewayTookMayBeTriedAgainByTheSameForm() {
        var form = new HowToPay(Optional.empty(), Payments.Return.NOWHERE, Optional.empty(),
                Optional.of(UUID.randomUUID()));
        office.gatewayFails = Refusal.of(Refusal.Kind.UPSTREAM_FAILED, "GATEWAY_FAILED", "x").asException();
        assertThatThrownBy(() -> purchases().plan(Fixture.customer(), plan.id(), form)).hasMessage("GATEWAY_FAILED");
        office.gatewayFails = null;
        purchases().plan(Fixture.customer(), plan.id(), form);
        assertThat(orders).hasSize(1);
    }

    @Test
    void anExtensionIsOrderedAtItsPrice() {
        purchases().extension(Fixture.customer(), extension.id(), HOW);

        assertThat(orders).singleElement().satisfies(order -> {
            assertThat(order.amount()).isEqualTo(extension.price());
            assertThat(order.purpose()).isEqualTo(new Payment.Purpose("extension", extension.id().toString()));
        });
    }

    @Test
    void creditsAreOrderedAsOffered() {
        purchases().creditPackage(Fixture.customer(), credits.id(), HOW);
        purchases().credits(Fixture.customer(), 100, HOW);

        assertThat(orders).hasSize(2).allSatisfy(order -> {
            assertThat(order.amount()).isEqualTo(credits.price());
            assertThat(order.description()).startsWith("PAYMENT_FOR [CREDITS_PACKAGE_WITH_BONUS");
            assertThat(order.purpose()).isEqualTo(new Payment.Purpose("credits", credits.id().toString()));
        });
    }

    @Test
    void aRetiredPlanIsNotThere() {
        plan = Fixture.plan(99_000, false);
        refuses("PLAN_NOT_FOUND", () -> purchases().plan(Fixture.customer(), plan.id(), HOW));
    }

    @Test
    void aFreePlanNeedsNoPayment() {
        plan = Fixture.plan(0, true);
        refuses("PLAN_FREE", () -> purchases().plan(Fixture.customer(), plan.id(), HOW));
    }

    @Test
    void aRetiredExtensionIsNotThere() {
        extension = Fixture.extension(false);
        refuses("EXTENSION_NOT_FOUND", () -> purchases().extension(Fixture.customer(), extension.id(), HOW));
    }

    @Test
    void anExtensionNeedsASubscriptionToExtend() {
        notExtendable = Optional.of("NO_ACTIVE_SUBSCRIPTION");
        refuses("NO_ACTIVE_SUBSCRIPTION", () -> purchases().extension(Fixture.customer(), extension.id(), HOW));
    }

    @Test
    void onlyAPersonWithAnAccountBuys() {
        Caller administrator = Fixture.caller(Optional.of(Fixture.USER), Optional.empty());
        Caller service = Fixture.caller(Optional.empty(), Optional.of(Fixture.ACCOUNT));
        refuses("NO_ACCOUNT", () -> purchases().plan(administrator, plan.id(), HOW));
        refuses("USER_REQUIRED", () -> purchases().plan(service, plan.id(), HOW));
        refuses("NO_ACCOUNT", () -> purchases().extension(administrator, extension.id(), HOW));
        refuses("USER_REQUIRED", () -> purchases().extension(service, extension.id(), HOW));
        refuses("NO_ACCOUNT", () -> purchases().creditPackage(administrator, credits.id(), HOW));
        refuses("USER_REQUIRED", () -> purchases().credits(service, 100, HOW));
    }

    private void refuses(String code, ThrowingCallable purchase) {
        assertThatThrownBy(purchase).hasMessage(code);
        assertThat(orders).isEmpty();
    }

    private PurchasesByPayment purchases() {
        var catalogue = Fixture.fake(Catalogue.class, (verb, arguments) -> switch (verb) {
            case "plan" -> plan;
            case "extension" -> extension;
            case "creditPackage" -> credits;
            case "creditPackages" -> List.of(credits);
            default -> Fixture.Answer.unexpected(verb);
        });
        var extensions = Fixture.fake(Extensions.class, (verb, arguments) -> {
            notExtendable.ifPresent(code -> {
                throw Refusal.invalid(code).asException();
            });
            return null;
        });
        var cards = Fixture.fake(RateCards.class, (verb, arguments) -> MeterKey.CREDITS);
        var offers = new CreditOffers(catalogue, office.tenants, cards, Fixture.meters(), Fixture.words());
        return new PurchasesByPayment(catalogue, extensions, offers, office.coupons, office.pricer, office.checkout(),
                office.openInvoices);
    }
}
