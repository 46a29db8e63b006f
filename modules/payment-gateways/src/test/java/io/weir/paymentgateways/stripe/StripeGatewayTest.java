package io.weir.paymentgateways.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.paymentgateways.GatewayContract;
import io.weir.paymentgateways.fakes.TestCard;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.Payments;
import io.weir.payments.api.Recurring;
import io.weir.payments.spi.AgreementState;
import io.weir.payments.spi.Fact;
import io.weir.payments.spi.Fact.Outcome;
import io.weir.payments.spi.Gateway;
import io.weir.payments.spi.GatewayException;
import io.weir.payments.spi.GatewaySetting;
import io.weir.payments.spi.Merchant;
import io.weir.payments.spi.OpenOrder;
import io.weir.payments.spi.Subject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StripeGatewayTest implements GatewayContract {
    private final StripeShop shop = new StripeShop();

    @AfterEach
    void close() {
        shop.close();
    }

    @Override
    public Gateway gateway() {
        return shop.gateway;
    }

    @Override
    public Merchant configured() {
        return shop.merchant;
    }

    @Override
    public Merchant notConfigured() {
        return StripeShop.merchant(Map.of("STRIPE_SECRET_KEY", "sk_test_1", "STRIPE_API_URL", shop.stripe.url()));
    }

    @Override
    public Optional<Renewal> renewal() {
        var agreement = shop.agreement();
        var before = shop.stripe.events().size();
        shop.stripe.pass(agreement, true);
        return Optional.of(new Renewal(agreement, shop.stripe.events().stream().skip(before)
                .map(event -> shop.gateway.read(event.body()).fact()).toList()));
    }

    @Override
    public Optional<Kept> kept() {
        var customer = shop.gateway.customers().orElseThrow().register(shop.merchant, StripeShop.PAYER);
        return Optional.of(new Kept(StripeShop.customer(customer), shop.stripe.saveCard(customer, "visa", "4242"),
                shop.stripe.saveCard(customer, "visa", "9995"), shop.stripe.saveCard(customer, "visa", "3184"),
                () -> shop.stripe.events().stream().map(event -> shop.gateway.read(event.body()).fact()).toList()));
    }

    @Test
    void it_needs_a_secret_key_and_a_webhook_secret() {
        var gateway = shop.gateway;
        assertThat(gateway.isConfigured(shop.merchant)).isTrue();
        assertThat(gateway.isConfigured(StripeShop.merchant(Map.of("STRIPE_SECRET_KEY", "sk_1")))).isFalse();
        assertThat(gateway.isConfigured(StripeShop.merchant(Map.of("STRIPE_SECRET_KEY", "sk_1",
                "STRIPE_SIGNING_SECRET", "whsec_1")))).isTrue();
        assertThat(gateway.settings()).filteredOn(setting -> setting.secret()).extracting(setting -> setting.name())
                .containsExactly("STRIPE_SECRET_KEY", "STRIPE_WEBHOOK_SECRET", "STRIPE_SIGNING_SECRET");
    }

    @Test
    void where_stripe_is_is_an_address_which_in_production_no_tenant_may_say() {
        assertThat(shop.gateway.settings()).contains(GatewaySetting.address("STRIPE_API_URL"));
    }

    @Test
    void a_payment_of_once_is_a_checkout_that_tells_of_its_money() {
        var opened = shop.gateway.open(shop.merchant, StripeShop.once(199_000, "VND"));
        assertThat(opened.checkout().url()).hasValueSatisfying(url -> assertThat(url).startsWith(shop.stripe.url()));
        assertThat(opened.expiresAt()).contains(StripeShop.NOW.plus(Duration.ofHours(24)));
        shop.stripe.pay(shop.link(opened));
        var intent = shop.stripe.object("checkout.session", shop.link(opened)).get("payment_intent").getAsString();
        var paid = Fact.OfPayment.paid(new Subject(Optional.of(StripeShop.PAYMENT),
                OptionalLong.of(StripeShop.ORDER_CODE), Optional.of(intent), Optional.empty()),
                StripeShop.money(199_000, "VND"), intent);
        assertThat(shop.told("checkout.session.completed")).isEqualTo(paid);
        assertThat(shop.told("payment_intent.succeeded")).isEqualTo(paid);
    }

    @Test
    void an_agreement_begins_with_its_first_payment() {
        var agreement = shop.agreement();
        var session = (Fact.OfPayment) shop.told("checkout.session.completed");
        var invoice = (Fact.OfPayment) shop.told("invoice.paid");
        assertThat(session.subject()).isEqualTo(invoice.subject());
        assertThat(session.amount()).isEqualTo(invoice.amount()).contains(StripeShop.money(2900, "USD"));
        assertThat(session.gatewayReference()).isEqualTo(invoice.gatewayReference());
        assertThat(session.subject().payment()).contains(StripeShop.PAYMENT);
        assertThat(invoice.agreement()).hasValueSatisfying(state -> {
            assertThat(state.reference()).isEqualTo(agreement);
            assertThat(state.product()).contains("pro");
            assertThat(state.paidUntil()).contains(StripeShop.NOW.plus(Duration.ofDays(31)));
        });
        assertThat(shop.told("payment_intent.succeeded")).isInstanceOf(Fact.Nothing.class);
        var changed = (Fact.AgreementChanged) shop.told("customer.subscription.created");
        assertThat(changed.state().status()).isEqualTo(AgreementState.Status.ACTIVE);
        assertThat(changed.at()).isEqualTo(StripeShop.NOW);
    }

    @Test
    void an_agreement_is_opened_once_too() {
        var order = StripeShop.each(StripeShop.PRO, 2900, "USD");
        assertThat(shop.gateway.open(shop.merchant, order)).isEqualTo(shop.gateway.open(shop.merchant, order));
    }

    @Test
    void a_price_of_the_tenants_is_used_where_it_asks_the_same() {
        var price = shop.stripe.makePrice("usd", 2900, "month");
        var merchant = shop.with("STRIPE_PRICE_PRO_MONTHLY", price);
        shop.gateway.open(merchant, StripeShop.each(StripeShop.PRO, 2900, "USD"));
        assertThat(newestForm()).containsEntry("line_items[0][price]", price)
                .doesNotContainKey("line_items[0][price_data][currency]");
    }

    @ParameterizedTest
    @ValueSource(longs = {1900, 2901})
    void where_it_asks_another_sum_the_payer_is_charged_what_is_owed(long owed) {
        var merchant = shop.with("STRIPE_PRICE_PRO_MONTHLY", shop.stripe.makePrice("usd", 2900, "month"));
        shop.gateway.open(merchant, StripeShop.each(StripeShop.PRO, owed, "USD"));
        assertThat(newestForm()).containsEntry("line_items[0][price_data][unit_amount]", Long.toString(owed))
                .containsKey("line_items[0][price_data][product]").doesNotContainKey("line_items[0][price]");
    }

    @ParameterizedTest
    @CsvSource({"usd,month,true", "usd,year,false", "eur,month,false"})
    void a_price_that_is_taken_down_or_asks_for_something_else_is_not_used(String currency, String interval,
            boolean isDown) {
        var price = shop.stripe.makePrice(currency, 2900, interval);
        if (isDown) {
            shop.stripe.takeDown(price);
        }
        shop.gateway.open(shop.with("STRIPE_PRICE_PRO_MONTHLY", price),
                StripeShop.each(StripeShop.PRO, 2900, "USD"));
        assertThat(newestForm()).doesNotContainKey("line_items[0][price]");
    }

    @Test
    void a_year_is_twelve_months_and_names_of_plans_become_names_of_settings() {
        var yearly = shop.with("STRIPE_PRICE_PRO_PLUS_YEARLY", shop.stripe.makePrice("usd", 29_000, "year"));
        for (var year : new Recurring[] {new Recurring("pro-plus", Recurring.Unit.YEAR, 1),
                new Recurring("pro-plus", Recurring.Unit.MONTH, 12)}) {
            assertThat(StripeSettings.price(yearly, year)).isPresent();
        }
        shop.gateway.open(yearly, StripeShop.each(new Recurring("pro-plus", Recurring.Unit.MONTH, 12), 29_000, "USD"));
        assertThat(newestForm()).containsKey("line_items[0][price]");
    }

    @Test
    void a_page_that_the_order_names_is_where_the_payer_returns_to_and_else_the_portal() {
        shop.gateway.open(shop.merchant, StripeShop.once(100, "USD"));
        assertThat(newestForm()).containsEntry("success_url",
                StripeShop.BASE + "/portal/payment?id=" + StripeShop.PAYMENT);
        var o = StripeShop.once(100, "USD");
        var returns = new Payments.Return(Optional.of("http://a.test/ok"), Optional.of("http://a.test/no"));
        var other = new OpenOrder(new PaymentId(new UUID(1, 1)), o.orderCode(),
                o.amount(), o.description(), o.reference(), o.purpose(), o.recurring(), o.payer(), returns);
        shop.gateway.open(shop.merchant, other);
        assertThat(newestForm()).containsEntry("success_url", "http://a.test/ok")
                .containsEntry("cancel_url", "http://a.test/no").containsEntry("customer_email", "an@example.com");
    }

    @Test
    void a_declined_card_leaves_the_checkout_open_for_another() {
        var session = shop.link(shop.gateway.open(shop.merchant, StripeShop.once(2900, "USD")));
        shop.stripe.pay(session, TestCard.DECLINED);
        assertThat(shop.told("payment_intent.payment_failed")).isInstanceOf(Fact.Nothing.class);
        shop.stripe.pay(session, TestCard.REQUIRES_AUTHENTICATION);
        assertThat(((Fact.OfPayment) shop.told("checkout.session.completed")).outcome()).isEqualTo(Outcome.PAID);
    }

    @Test
    void money_that_takes_days_is_awaited_and_then_there_or_not() {
        var session = shop.link(shop.gateway.open(shop.merchant, StripeShop.once(2900, "USD")));
        shop.stripe.payLater(session);
        assertThat(((Fact.OfPayment) shop.told("checkout.session.completed")).outcome()).isEqualTo(Outcome.PROCESSING);
        shop.stripe.settle(session, true);
        assertThat(((Fact.OfPayment) shop.told("checkout.session.async_payment_succeeded")).outcome())
                .isEqualTo(Outcome.PAID);
        shop.stripe.settle(session, false);
        assertThat(((Fact.OfPayment) shop.told("checkout.session.async_payment_failed")).outcome())
                .isEqualTo(Outcome.FAILED);
    }

    @Test
    void a_checkout_that_expires_is_given_up() {
        shop.stripe.expire(shop.link(shop.gateway.open(shop.merchant, StripeShop.once(2900, "USD"))));
        assertThat(((Fact.OfPayment) shop.told("checkout.session.expired")).outcome()).isEqualTo(Outcome.CANCELLED);
    }

    @Test
    void an_unverified_message_says_whom_it_claims_to_be_about() {
        shop.agreement();
        assertThat(shop.gateway.claimedSubject(shop.stripe.event("invoice.paid").body()))
                .hasValueSatisfying(subject -> assertThat(subject.payment()).contains(StripeShop.PAYMENT));
        assertThat(shop.gateway.claimedSubject("{}".getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void its_events_are_genuine_and_a_test_notice_too() {
        shop.agreement();
        var event = shop.stripe.event("invoice.paid");
        assertThat(shop.gateway.isGenuine(shop.merchant, Map.of("stripe-signature", shop.stripe.sign(event.body())),
                event.body())).isTrue();
        var test = shop.gateway.checkup().orElseThrow().testNotice(shop.merchant, "42");
        assertThat(shop.gateway.isGenuine(shop.merchant, test.headers(), test.body())).isTrue();
        assertThat(shop.gateway.read(test.body()).fact()).isEqualTo(Fact.Nothing.AT_ALL);
        assertThat(shop.gateway.read(test.body()).eventKey()).isEqualTo("evt_weir_42");
    }

    @Test
    void a_merchant_without_a_webhook_secret_opens_nothing() {
        assertThatThrownBy(() -> shop.gateway.open(notConfigured(), StripeShop.once(1, "USD")))
                .isInstanceOf(GatewayException.class);
        assertThat(shop.stripe.requests()).isEmpty();
    }

    private Map<String, String> newestForm() {
        var requests = shop.stripe.requests();
        return requests.get(requests.size() - 1).form().fields();
    }
}
