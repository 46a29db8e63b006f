package io.weir.paymentgateways.paddle;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.TenantId;
import io.weir.paymentgateways.Orders;
import io.weir.payments.api.Payments;
import io.weir.payments.spi.Merchant;
import io.weir.payments.spi.OpenedOrder;
import io.weir.payments.spi.Payer;
import io.weir.platform.api.Installation;
import io.weir.platform.api.Json;
import io.weir.platform.api.Secrets;
import io.weir.platform.api.Time;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The gateway with small stand-ins for the platform, merchants, and the vectors. */
final class Paddles {
    static final Instant NOW = Instant.parse("2026-07-30T00:00:00Z");
    static final Money PRICE = usd(2900);
    static final Payments.Return RETURNS =
            new Payments.Return(Optional.of("https://shop.example.test/done"), Optional.empty());

    private Paddles() {
    }

    static PaddleGateway gateway(Instant now) {
        return new PaddleGateway(new Stopped(now), new Here(), new Derived());
    }

    static Money usd(long cents) {
        return new Money(cents, Currency.getInstance("USD"));
    }

    static Merchant merchant(Map<String, String> settings) {
        return Orders.merchant("USD", settings);
    }

    static Merchant with(Merchant merchant, String name, String value) {
        var settings = new HashMap<>(merchant.settings());
        settings.put(name, value);
        return new Merchant(merchant.tenant(), settings);
    }

    static OpenedOrder opened(Optional<String> link, Optional<String> money) {
        return new OpenedOrder(Orders.PAYMENT, Orders.ORDER_CODE, PRICE, link, money);
    }

    static Payer payer(String customer) {
        return new Payer(Orders.ACCOUNT, Orders.PAYER.name(), Orders.PAYER.email(), Optional.of(customer));
    }

    static byte[] bytes(JsonNode json) {
        return bytes(json.toString());
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static JsonNode vectors(String edition) {
        try (var file = Paddles.class.getResourceAsStream("/paddle/paddle-" + edition + "-webhooks.json")) {
            return Json.mapper().readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code ACCEPT} or {@code REJECT}, or both for null. */
    static Stream<JsonNode> cases(String edition, String verdict) {
        return PaddleJson.elements(vectors(edition).path("cases"))
                .filter(vector -> verdict == null || vector.path("expect").asText().equals(verdict));
    }

    record Stopped(Instant now) implements Time {
        @Override
        public Instant now(TenantId tenant) {
            return now;
        }
    }

    record Here() implements Installation {
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
            return "https://weir.example.test";
        }

        @Override
        public Path home() {
            throw new UnsupportedOperationException();
        }
    }

    /** A key is its purpose. */
    static final class Derived implements Secrets {
        @Override
        public byte[] seal(byte[] plain, String context) {
            throw new UnsupportedOperationException();
        }

        @Override
        public byte[] open(byte[] sealed, String context) {
            throw new UnsupportedOperationException();
        }

        @Override
        public byte[] derive(String purpose) {
            return bytes(purpose);
        }
    }
}
