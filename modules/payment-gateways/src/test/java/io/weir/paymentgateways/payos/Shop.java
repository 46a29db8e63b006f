package io.weir.paymentgateways.payos;

import io.weir.kernel.api.Money;
import io.weir.kernel.api.TenantId;
import io.weir.paymentgateways.Orders;
import io.weir.paymentgateways.fakes.FakePayOS;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.Payments;
import io.weir.payments.spi.Merchant;
import io.weir.payments.spi.OpenOrder;
import io.weir.payments.spi.OpenedOrder;
import io.weir.platform.api.Installation;
import io.weir.platform.api.Time;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A shop that sells in dong through PayOS, at a time that stands still. */
final class Shop {
    static final Instant NOW = Instant.parse("2026-07-30T00:00:05Z");
    static final PaymentId PAYMENT = Orders.PAYMENT;
    static final long ORDER = Orders.ORDER_CODE;
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
        return Orders.merchant(currency, settings);
    }

    static OpenOrder order(long dong) {
        return Orders.of(dong, "VND");
    }

    static OpenOrder order(Money amount, String reference, Payments.Return returns) {
        var usual = order(amount.minor());
        return new OpenOrder(usual.payment(), usual.orderCode(), amount, usual.description(), reference,
                usual.purpose(), usual.recurring(), usual.payer(), returns);
    }

    static OpenedOrder opened(long dong) {
        return new OpenedOrder(PAYMENT, ORDER, new Money(dong, DONG), Optional.empty(), Optional.empty());
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
