package io.weir.billing.app;

import io.weir.identity.api.Caller;
import io.weir.identity.api.Role;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.Period;
import io.weir.kernel.api.TenantId;
import io.weir.kernel.api.UserId;
import io.weir.metering.api.Overage;
import io.weir.payments.api.Payment;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.PaymentStatus;
import io.weir.subscriptions.api.ExtensionPackage;
import io.weir.subscriptions.api.Extensions;
import io.weir.subscriptions.api.Plan;
import io.weir.subscriptions.api.Subscription;
import io.weir.tenancy.api.Tenant;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.ZoneId;
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

    static Payment payment(Payment.Purpose purpose, Money amount) {
        return new Payment(new PaymentId(UUID.randomUUID()), 17, ACCOUNT, USER, amount, "Thanh toán",
                PaymentStatus.COMPLETED,
                purpose, "manual", "W17", new Payment.Checkout(Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty()), Optional.empty(), Optional.empty(), NOW, Optional.of(NOW));
    }

    static Subscription started(Plan plan) {
        return new Subscription(UUID.randomUUID(), ACCOUNT, plan, Subscription.Status.ACTIVE, Period.since(NOW), false,
                NOW, Optional.empty());
    }

    static Extensions.Purchase bought(ExtensionPackage extension) {
        return new Extensions.Purchase(UUID.randomUUID(), extension.id(), extension.name(), extension.additionalCalls(),
                extension.price(), NOW, UUID.randomUUID());
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
