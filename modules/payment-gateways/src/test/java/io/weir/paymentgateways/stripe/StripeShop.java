package io.weir.paymentgateways.stripe;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.TenantId;
import io.weir.paymentgateways.fakes.FakeStripe;
import io.weir.payments.api.Payment;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.Payments;
import io.weir.payments.api.Recurring;
import io.weir.payments.spi.Fact;
import io.weir.payments.spi.Merchant;
import io.weir.payments.spi.OpenOrder;
import io.weir.payments.spi.Opened;
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

/** A merchant that sells through the fake, and its gateway. */
final class StripeShop implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-07-30T00:00:00Z");
    static final String BASE = "http://weir.test";
    static final PaymentId PAYMENT = new PaymentId(new UUID(7, 42));
    static final AccountId ACCOUNT = new AccountId(new UUID(7, 2));
    static final long ORDER_CODE = 1_796_000_000_000_123L;
    static final Recurring PRO = new Recurring("pro", Recurring.Unit.MONTH, 1);
    static final Payer PAYER = new Payer(ACCOUNT, "Nguyễn Văn An", "an@example.com", Optional.empty());
    final FakeStripe stripe = FakeStripe.start(() -> NOW);
    final StripeGateway gateway = gateway(NOW);
    final Merchant merchant = merchant(stripe.settings());

    static StripeGateway gateway(Instant now) {
        return new StripeGateway(new At(BASE), new Stopped(now));
    }

    static Merchant merchant(Map<String, String> settings) {
        return new Merchant(new Tenant(new TenantId(new UUID(0, 1)), "smartspec", "SmartSpec",
                Currency.getInstance("USD"), Locale.ENGLISH, ZoneOffset.UTC, false, Map.of()), settings);
    }

    Merchant with(String name, String value) {
        var settings = new HashMap<>(merchant.settings());
        settings.put(name, value);
        return merchant(settings);
    }

    static OpenOrder once(long minor, String currency) {
        return order(Optional.empty(), minor, currency, PAYER);
    }

    static OpenOrder each(Recurring recurring, long minor, String currency) {
        return order(Optional.of(recurring), minor, currency, PAYER);
    }

    static OpenOrder order(Optional<Recurring> recurring, long minor, String currency, Payer payer) {
        return new OpenOrder(PAYMENT, ORDER_CODE, money(minor, currency), "Gói Chuyên nghiệp", "WR0A1B2C3D",
                new Payment.Purpose("subscription", "1"), recurring, payer, Payments.Return.NOWHERE);
    }

    static OpenedOrder opened(long minor, String currency, Optional<String> link, Optional<String> reference) {
        return new OpenedOrder(PAYMENT, ORDER_CODE, money(minor, currency), link, reference);
    }

    static Money money(long minor, String currency) {
        return new Money(minor, Currency.getInstance(currency));
    }

    static Payer customer(String id) {
        return new Payer(ACCOUNT, PAYER.name(), PAYER.email(), Optional.of(id));
    }

    String link(Opened opened) {
        return opened.checkout().linkId().orElseThrow();
    }

    /** The id of an agreement that has begun, for 29 dollars a month. */
    String agreement() {
        var session = link(gateway.open(merchant, each(PRO, 2900, "USD")));
        stripe.pay(session);
        return stripe.object("checkout.session", session).get("subscription").getAsString();
    }

    /** What the newest event of a type says. */
    Fact told(String type) {
        return gateway.read(stripe.event(type).body()).fact();
    }

    List<String> toldTypes() {
        return stripe.events().stream().map(FakeStripe.Event::type).toList();
    }

    @Override
    public void close() {
        stripe.close();
    }

    record At(String baseUrl) implements Installation {
        @Override
        public boolean isProduction() {
            return false;
        }

        @Override
        public List<String> missingSecrets() {
            return List.of();
        }

        @Override
        public Path home() {
            throw new UnsupportedOperationException();
        }
    }

    record Stopped(Instant now) implements Time {
        @Override
        public Instant now(TenantId tenant) {
            return now;
        }
    }
}
