package io.weir.billing.app;

import io.weir.identity.api.Caller;
import io.weir.identity.api.Role;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.Period;
import io.weir.kernel.api.TenantId;
import io.weir.kernel.api.UserId;
import io.weir.metering.api.Meter;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.Meters;
import io.weir.metering.api.Overage;
import io.weir.payments.api.Payment;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.PaymentStatus;
import io.weir.platform.api.Messages;
import io.weir.subscriptions.api.CreditPackage;
import io.weir.subscriptions.api.CreditPurchases;
import io.weir.subscriptions.api.ExtensionPackage;
import io.weir.subscriptions.api.Extensions;
import io.weir.subscriptions.api.Plan;
import io.weir.subscriptions.api.Subscription;
import io.weir.tenancy.api.Tenant;
import io.weir.tenancy.api.Tenants;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** A tenant in Vietnam, one customer, and what they buy. */
final class Fixture {
    static final TenantId TENANT = new TenantId(UUID.randomUUID());
    static final AccountId ACCOUNT = new AccountId(UUID.randomUUID());
    static final UserId USER = new UserId(UUID.randomUUID());
    static final Currency VND = Currency.getInstance("VND");
    static final Currency USD = Currency.getInstance("USD");
    static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private Fixture() {
    }

    static Tenant tenant(String language) {
        return new Tenant(TENANT, "iqx", "IQX", VND, Locale.forLanguageTag(language), ZoneId.of("Asia/Ho_Chi_Minh"),
                true, Map.of());
    }

    static Caller caller(Optional<UserId> user, Optional<AccountId> account) {
        var session = new Caller.Credential(Caller.Credential.Kind.SESSION, UUID.randomUUID(), Optional.empty());
        return new Caller(TENANT, user, account, Role.CUSTOMER, session, 0);
    }

    static Caller customer() {
        return caller(Optional.of(USER), Optional.of(ACCOUNT));
    }

    static Plan plan(long price, boolean active) {
        return new Plan(UUID.randomUUID(), "basic", "Gói Cơ Bản", "", new Money(price, VND),
                new Plan.Term("days", OptionalInt.of(30)), 1, Map.of("calls", 1000L), 60, OptionalInt.of(3), Map.of(),
                active, NOW, NOW, Overage.REFUSE);
    }

    static ExtensionPackage extension(boolean active) {
        return new ExtensionPackage(UUID.randomUUID(), "Gói Mở Rộng 5K", "", 5000, new Money(199_000, VND), active,
                NOW, NOW);
    }

    static CreditPackage credits(boolean active) {
        return new CreditPackage(UUID.randomUUID(), "Basic", "credits", 1_000_000, 50_000, new Money(900, USD), active,
                NOW, NOW);
    }

    static Payment payment(Payment.Purpose purpose, Money amount) {
        return payment(new PaymentId(UUID.randomUUID()), purpose, amount);
    }

    static Payment payment(PaymentId id, Payment.Purpose purpose, Money amount) {
        return payment(id, purpose, amount, PaymentStatus.COMPLETED);
    }

    static Payment open(PaymentId id, Payment.Purpose purpose, Money amount) {
        return payment(id, purpose, amount, PaymentStatus.PENDING);
    }

    private static Payment payment(PaymentId id, Payment.Purpose purpose, Money amount, PaymentStatus status) {
        return new Payment(id, 17, ACCOUNT, USER, amount, "Thanh toán", status, purpose, "manual", "W17",
                new Payment.Checkout(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                Optional.empty(), Optional.empty(), NOW, Optional.of(NOW), Optional.empty(),
                new Payment.Progress(amount, Money.zero(amount.currency()), Optional.empty(), Optional.empty()));
    }

    static Subscription started(Plan plan) {
        return new Subscription(UUID.randomUUID(), ACCOUNT, plan, Subscription.Status.ACTIVE, Period.since(NOW), false,
                NOW, Optional.empty());
    }

    static Extensions.Purchase bought(ExtensionPackage extension) {
        return new Extensions.Purchase(UUID.randomUUID(), extension.id(), extension.name(), extension.additionalCalls(),
                extension.price(), NOW, UUID.randomUUID());
    }

    static CreditPurchases.Purchase bought(CreditPackage credits) {
        return new CreditPurchases.Purchase(UUID.randomUUID(), Optional.of(credits.id()), Optional.of(credits.name()),
                MeterKey.CREDITS, credits.credits(), credits.bonus(), credits.price(), NOW);
    }

    /** Says of credits what a seller who writes English would, about a meter of four decimals. */
    static CreditWords words() {
        return new CreditWords(fake(Tenants.class, (verb, arguments) -> tenant("en")), meters(),
                fake(Messages.class, (verb, arguments) -> arguments[1] + " " + Arrays.asList((Object[]) arguments[2])));
    }

    static Meters meters() {
        return fake(Meters.class, (verb, arguments) -> MeterKey.CREDITS.equals(arguments[1])
                ? Optional.of(new Meter(MeterKey.CREDITS, "Credits", "credits", 4)) : Optional.empty());
    }

    /** A collaborator that answers only what the test expects to be asked: verb and arguments in, answer out. */
    static <T> T fake(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type},
                (self, method, arguments) -> answer.to(method.getName(), arguments)));
    }

    /** What a fake does. */
    interface Answer {
        Object to(String verb, Object... arguments);

        static Object unexpected(String verb) {
            throw new AssertionError("unexpected: " + verb);
        }
    }
}
