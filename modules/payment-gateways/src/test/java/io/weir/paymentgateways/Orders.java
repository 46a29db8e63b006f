package io.weir.paymentgateways;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.TenantId;
import io.weir.kernel.api.UserId;
import io.weir.payments.api.Payment;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.PaymentStatus;
import io.weir.payments.api.Payments;
import io.weir.payments.spi.OpenOrder;
import io.weir.tenancy.api.Tenant;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Orders, payments and tenants to try gateways with. */
public final class Orders {
    public static final PaymentId PAYMENT = new PaymentId(new UUID(0, 42));
    public static final long ORDER_CODE = 1_796_000_000_000_123L;
    public static final String REFERENCE = "WR0A1B2C3D";
    private static final Payment.Checkout NOTHING_YET =
            new Payment.Checkout(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    private Orders() {
    }

    public static OpenOrder of(long minor, String currency) {
        return new OpenOrder(PAYMENT, ORDER_CODE, new Money(minor, Currency.getInstance(currency)), "Gói Cơ Bản",
                REFERENCE, Payments.Return.NOWHERE);
    }

    public static Payment payment(String gateway, PaymentStatus status) {
        return new Payment(PAYMENT, ORDER_CODE, new AccountId(new UUID(0, 2)), new UserId(new UUID(0, 1)),
                new Money(99_000, Currency.getInstance("VND")), "Gói Cơ Bản", status,
                new Payment.Purpose("subscription", "1"), gateway, REFERENCE, NOTHING_YET,
                Optional.empty(), Optional.empty(), Instant.EPOCH, Optional.empty());
    }

    public static Tenant tenant(long number, String currency, boolean sandbox, Map<String, String> settings) {
        return new Tenant(new TenantId(new UUID(0, number)), "tenant" + number, "Tenant " + number,
                Currency.getInstance(currency), Locale.ENGLISH, ZoneOffset.UTC, sandbox, settings);
    }
}
