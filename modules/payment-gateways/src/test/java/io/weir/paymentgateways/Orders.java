package io.weir.paymentgateways;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.TenantId;
import io.weir.kernel.api.UserId;
import io.weir.payments.api.Payment;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.PaymentStatus;
import io.weir.payments.api.Payments;
import io.weir.payments.api.Recurring;
import io.weir.payments.spi.Merchant;
import io.weir.payments.spi.OpenOrder;
import io.weir.payments.spi.Payer;
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

    public static final AccountId ACCOUNT = new AccountId(new UUID(0, 2));
    public static final Payer PAYER = new Payer(ACCOUNT, "Nguyễn Thị Lan", "lan@example.com", Optional.empty());

    private Orders() {
    }

    public static OpenOrder of(long minor, String currency) {
        return new OpenOrder(PAYMENT, ORDER_CODE, new Money(minor, Currency.getInstance(currency)), "Gói Cơ Bản",
                REFERENCE, new Payment.Purpose("subscription", "1"), Optional.empty(), PAYER, Payments.Return.NOWHERE);
    }

    /** The same, for each month. */
    public static OpenOrder monthly(long minor, String currency) {
        var once = of(minor, currency);
        return new OpenOrder(once.payment(), once.orderCode(), once.amount(), once.description(), once.reference(),
                once.purpose(), Optional.of(new Recurring("co-ban", Recurring.Unit.MONTH, 1)), once.payer(),
                once.returns());
    }

    public static Payment payment(String gateway, PaymentStatus status) {
        return new Payment(PAYMENT, ORDER_CODE, ACCOUNT, new UserId(new UUID(0, 1)),
                new Money(99_000, Currency.getInstance("VND")), "Gói Cơ Bản", status,
                new Payment.Purpose("subscription", "1"), gateway, REFERENCE, NOTHING_YET,
                Optional.empty(), Optional.empty(), Instant.EPOCH, Optional.empty(), Optional.empty(),
                Payment.Progress.none(Currency.getInstance("VND")));
    }

    /** A merchant that told its gateway these settings. */
    public static Merchant merchant(String currency, Map<String, String> settings) {
        return new Merchant(tenant(1, currency, false, Map.of()), settings);
    }

    public static Tenant tenant(long number, String currency, boolean sandbox, Map<String, String> settings) {
        return new Tenant(new TenantId(new UUID(0, number)), "tenant" + number, "Tenant " + number,
                Currency.getInstance(currency), Locale.ENGLISH, ZoneOffset.UTC, sandbox, settings);
    }
}
