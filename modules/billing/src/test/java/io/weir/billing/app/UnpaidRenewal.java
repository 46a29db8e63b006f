package io.weir.billing.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.billing.api.DunningMoved;
import io.weir.billing.api.Invoice.Status;
import io.weir.billing.domain.StoredInvoice;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.Period;
import io.weir.kernel.api.Refusal;
import io.weir.payments.api.AccountCredits;
import io.weir.payments.api.Charges;
import io.weir.payments.api.Charges.Charge;
import io.weir.payments.api.Charges.Outcome;
import io.weir.payments.api.Payment;
import io.weir.payments.api.PaymentMethod;
import io.weir.payments.api.Payments;
import io.weir.subscriptions.api.Lifecycle.ToRenew;
import io.weir.subscriptions.api.Plan;
import io.weir.subscriptions.api.Subscription;
import io.weir.tenancy.api.Account;
import io.weir.tenancy.api.Accounts;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** A renewal that is to be paid in a week, and nobody pays; with gateways and credit as the test wants them. */
abstract class UnpaidRenewal {
    static final PaymentMethod CARD = new PaymentMethod("pm_1", "sandbox", "card", Optional.of("visa"),
            Optional.of("9995"), Optional.empty(), true);
    static final Instant DUE = Fixture.NOW.plus(Duration.ofDays(7));
    final Office office = new Office();
    final DunningInMemory dunnings = new DunningInMemory(office.ledgers);
    final UUID subscription = UUID.randomUUID();
    final Plan plan = Fixture.plan(99_000, true);
    final List<String> kept = new ArrayList<>();
    final List<UUID> asked = new ArrayList<>();
    Subscription.Status status = Subscription.Status.ACTIVE;
    final List<Payments.Order> charged = new ArrayList<>();
    Charge answer = Charge.without(Outcome.NO_METHOD);
    long balance;
    boolean crash;
    final DunningEffects effects = new DunningEffects(dunnings,
            new TakenPlans(office.subscriptions, office.lifecycle), office.renewals, office.lifecycle, office.words,
            (tenant, event) -> office.told.add(event), office);
    final DunningSteps steps = new DunningSteps(office.ledgers, dunnings, effects, office.parties,
            office.tenants, office);
    final DunningRun dunning = new DunningRun(steps, new TriedMoney(payments(), charges(), credits(),
            accounts(), new PaymentDescriptions(office.tenants, office.messages)));

    @BeforeEach
    void a_renewal_is_open() {
        office.plans.add(plan);
        var next = Period.between(DUE, DUE.plus(Duration.ofDays(30)));
        office.lifecycleVerbs.put("awaitInvoices", (verb, arguments) -> List.of(
                new ToRenew(subscription, Fixture.ACCOUNT, plan, next)));
        office.lifecycleVerbs.put("awaitNoInvoice", (verb, arguments) -> null);
        office.lifecycleVerbs.put("keepUntil", (verb, arguments) -> kept.add(arguments[3].toString()));
        office.lifecycleVerbs.put("endIfUnpaid", (verb, arguments) -> {
            status = Subscription.Status.UNPAID;
            return true;
        });
        office.lifecycleVerbs.put("goOn", (verb, arguments) -> Optional.empty());
        office.lifecycleVerbs.put("running", (verb, arguments) -> Optional.empty());
        office.subscriptionVerbs.put("of", (verb, arguments) -> List.of(subscription()));
        office.subscriptionVerbs.put("activate", (verb, arguments) -> {
            status = Subscription.Status.ACTIVE;
            return subscription();
        });
        office.renewals.make(Fixture.TENANT, List.of(subscription));
        dunning.run(Fixture.TENANT);
    }

    void at(int day) {
        office.now = DUE.plus(Duration.ofDays(day));
        dunning.run(Fixture.TENANT);
    }

    List<String> letters() {
        return office.told.stream().filter(DunningMoved.class::isInstance)
                .map(event -> ((DunningMoved) event).letter().name()).toList();
    }

    StoredInvoice invoice() {
        return office.ledgers.invoices.get(0);
    }

    io.weir.billing.domain.dunning.StoredDunning only() {
        assertThat(dunnings.cases).hasSize(1);
        return dunnings.cases.values().iterator().next();
    }

    Subscription subscription() {
        return new Subscription(subscription, Fixture.ACCOUNT, plan, status,
                Period.between(DUE.minus(Duration.ofDays(30)), DUE), false, Fixture.NOW, Optional.empty());
    }

    Payments payments() {
        return Fixture.fake(Payments.class, (verb, arguments) -> switch (verb) {
            case "gateways" -> List.of("manual", "credit");
            case "payment" -> throw Refusal.notFound("PAYMENT_NOT_FOUND").asException();
            case "request" -> charged((Payments.Order) arguments[1]);
            default -> Fixture.Answer.unexpected(verb);
        });
    }

    Payment charged(Payments.Order order) {
        asked.add(order.id().value());
        if (crash) {
            throw new IllegalStateException("power failure");
        }
        var payment = Fixture.payment(order.id(), order.purpose(), order.amount());
        office.openInvoices.paid(Fixture.TENANT, payment);
        return payment;
    }

    Charges charges() {
        return Fixture.fake(Charges.class, (verb, arguments) -> {
            var order = (Payments.Order) arguments[1];
            if (answer.outcome() != Outcome.NO_METHOD && answer.outcome() != Outcome.UNDER_WAY) {
                charged.add(order);
            }
            if (crash) {
                throw new IllegalStateException("power failure");
            }
            if (answer.outcome() == Outcome.PAID) {
                office.openInvoices.paid(Fixture.TENANT, Fixture.payment(order.id(), order.purpose(), order.amount()));
            }
            return answer;
        });
    }

    AccountCredits credits() {
        return Fixture.fake(AccountCredits.class, (verb, arguments) -> new Money(balance, Fixture.VND));
    }

    static Accounts accounts() {
        return Fixture.fake(Accounts.class, (verb, arguments) -> new Account(Fixture.ACCOUNT, "Nguyễn Văn A",
                Fixture.USER, "a@example.com", Fixture.NOW, Optional.empty(), Optional.empty()));
    }
}
