package io.weir.paymentgateways.payos;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.TenantId;
import io.weir.paymentgateways.fakes.FakePayOS;
import io.weir.payments.api.Payment;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.Payments;
import io.weir.payments.spi.Merchant;
import io.weir.payments.spi.OpenOrder;
import io.weir.payments.spi.OpenedOrder;
import io.weir.payments.spi.Payer;
import io.weir.platform.api.Installation;
import io.weir.platform.api.Time;
import io.weir.tenancy.api.Tenant;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A shop that sells in dong through PayOS, at a time that stands still. */
final class Shop {
    static final Instant NOW = Instant.parse("2026-07-30T00:00:05Z");
    static final PaymentId PAYMENT = new PaymentId(new UUID(0, 42));
    static final long ORDER = 1_796_000_000_000_123L;
    static final Currency DONG = Currency.getInstance("VND");

    private Shop() {
    }

    static PayosGateway gateway() {
        return new PayosGateway(new Here(), new Stopped());
    }

    static Merchant merchant(FakePayOS payos) {
        return merchant("VND", payos.settings());
    }

    static Merchant merchant(FakePayOS payos, String name, String value) {
        var settings = new HashMap<>(payos.settings());
        settings.put(name, value);
        return merchant("VND", settings);
    }

    static Merchant merchant(String currency, Map<String, String> settings) {
        return new Merchant(new Tenant(new TenantId(new UUID(0, 1)), "iqx", "IQX", Currency.getInstance(currency),
                Locale.ENGLISH, ZoneOffset.UTC, false, Map.of()), settings);
    }

    static OpenOrder order(long minor) {
        return order(new Money(minor, DONG), "WR0A1B2C3D", Payments.Return.NOWHERE);
    }

    static OpenOrder order(Money amount, String reference, Payments.Return returns) {
        return new OpenOrder(PAYMENT, ORDER, amount, "Gói Cơ Bản", reference,
                new Payment.Purpose("subscription", "1"), Optional.empty(),
                new Payer(new AccountId(new UUID(0, 2)), "An", "an@example.vn", Optional.empty()), returns);
    }

    static OpenedOrder opened(long minor) {
        return new OpenedOrder(PAYMENT, ORDER, new Money(minor, DONG), Optional.empty(), Optional.empty());
    }

    private record Here() implements Installation {
        @Override
        public boolean isProduction() {
            return false;
        }

        @Override
        public List<String> missingSecrets() {
            return List.of();
        }

        @Override
        public String baseUrl() {
            return "https://weir.example";
        }

        @Override
        public Path home() {
            throw new UnsupportedOperationException();
        }
    }

    private record Stopped() implements Time {
        @Override
        public Instant now() {
            return NOW;
        }

        @Override
        public Instant now(TenantId tenant) {
            return NOW;
        }
    }
}
