package io.weir.payments.domain;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.UserId;
import io.weir.payments.api.PaymentStatus;
import java.time.Instant;
import java.util.Currency;
import java.util.UUID;

/** A payment as the database would have it: 99,000 dong for order 42. */
public final class Specimen {
    public static final Currency DONG = Currency.getInstance("VND");
    public static final Money PRICE = new Money(99_000, DONG);
    public static final UserId PAYER = new UserId(new UUID(0, 1));
    public static final AccountId ACCOUNT = new AccountId(new UUID(0, 2));

    private Specimen() {
    }

    public static PaymentEntity of(String gateway, PaymentStatus status) {
        var payment = new PaymentEntity();
        set(payment, "id", new UUID(0, 42).toString());
        set(payment, "orderCode", 42L);
        set(payment, "payerUserId", PAYER.toString());
        set(payment, "accountId", ACCOUNT.toString());
        set(payment, "amount", PRICE.minor());
        set(payment, "currency", "VND");
        set(payment, "description", "Basic");
        set(payment, "purposeKind", "subscription");
        set(payment, "purposeItem", "basic");
        set(payment, "gateway", gateway);
        set(payment, "reference", "WR01234567");
        set(payment, "openReference", status.isOpen() ? "WR01234567" : null);
        set(payment, "createdAt", Instant.EPOCH);
        set(payment, "status", status);
        return payment;
    }

    static Object get(PaymentEntity payment, String field) {
        try {
            var found = PaymentEntity.class.getDeclaredField(field);
            found.setAccessible(true);
            return found.get(payment);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static void set(PaymentEntity payment, String field, Object value) {
        try {
            var found = PaymentEntity.class.getDeclaredField(field);
            found.setAccessible(true);
            found.set(payment, value);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }
}
