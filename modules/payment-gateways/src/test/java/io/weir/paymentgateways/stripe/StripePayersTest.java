package io.weir.paymentgateways.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.payments.api.PaymentMethod;
import io.weir.payments.api.Payments;
import io.weir.payments.spi.Customers;
import io.weir.payments.spi.Payer;
import io.weir.payments.spi.SavedMethods;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Accounts as customers, with their cards and their page at Stripe. */
class StripePayersTest {
    private final StripeShop shop = new StripeShop();
    private final Customers customers = shop.gateway.customers().orElseThrow();
    private final SavedMethods methods = shop.gateway.savedMethods().orElseThrow();

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void an_account_is_one_customer_also_when_its_name_has_changed() {
        var customer = customers.register(shop.merchant, StripeShop.PAYER);
        var renamed = new Payer(StripeShop.ACCOUNT, "An", "", Optional.empty());
        assertThat(customers.register(shop.merchant, renamed)).isEqualTo(customer);
        assertThat(customers.register(shop.merchant, StripeShop.customer("cus_known"))).isEqualTo("cus_known");
        var kept = shop.stripe.object("customer", customer);
        assertThat(kept.get("name").getAsString()).isEqualTo("An");
        assertThat(kept.get("email").getAsString()).isEqualTo("an@example.com");
        assertThat(kept.getAsJsonObject("metadata").get("weir_account").getAsString())
                .isEqualTo(StripeShop.ACCOUNT.toString());
    }

    @Test
    void a_known_customer_pays_under_that_name() {
        var customer = customers.register(shop.merchant, StripeShop.PAYER);
        shop.gateway.open(shop.merchant, StripeShop.order(Optional.empty(), 100, "USD", StripeShop.customer(customer)));
        var requests = shop.stripe.requests();
        assertThat(requests.get(requests.size() - 1).form().fields()).containsEntry("customer", customer)
                .doesNotContainKey("customer_email");
    }

    @Test
    void cards_are_shown_by_brand_and_four_digits() {
        var payer = registered();
        assertThat(methods.list(shop.merchant, payer)).isEmpty();
        assertThat(methods.list(shop.merchant, StripeShop.PAYER)).isEmpty();
        var card = shop.stripe.saveCard(payer.customer().orElseThrow(), "visa", "4242");
        assertThat(methods.list(shop.merchant, payer)).containsExactly(new PaymentMethod(card, "stripe", "card",
                Optional.of("visa"), Optional.of("4242"), Optional.of("2031-12"), false));
    }

    @Test
    void a_card_is_added_at_a_page_of_stripes() {
        var url = methods.add(shop.merchant, StripeShop.PAYER, Payments.Return.NOWHERE);
        shop.stripe.pay(url.substring(url.lastIndexOf('/') + 1));
        assertThat(methods.list(shop.merchant, registered())).singleElement()
                .satisfies(card -> assertThat(card.last4()).contains("4242"));
    }

    @Test
    void nobody_removes_anothers_card() {
        var payer = registered();
        var card = shop.stripe.saveCard(payer.customer().orElseThrow(), "visa", "4242");
        assertThat(methods.remove(shop.merchant, StripeShop.customer("cus_other"), card)).isFalse();
        assertThat(methods.remove(shop.merchant, StripeShop.PAYER, card)).isFalse();
        assertThat(methods.remove(shop.merchant, payer, "pm_other")).isFalse();
        assertThat(methods.list(shop.merchant, payer)).hasSize(1);
        assertThat(methods.remove(shop.merchant, payer, card)).isTrue();
        assertThat(methods.remove(shop.merchant, payer, card)).isFalse();
        assertThat(methods.list(shop.merchant, payer)).isEmpty();
    }

    @Test
    void the_billing_portal_opens_for_the_customer_and_leads_back() {
        var portal = shop.gateway.billingPortal().orElseThrow();
        assertThat(portal.open(shop.merchant, registered(), Optional.of("http://a.test/back")))
                .startsWith(shop.stripe.url());
        portal.open(shop.merchant, StripeShop.PAYER, Optional.empty());
        assertThat(shop.stripe.requests()).filteredOn(request -> request.uri().equals("/v1/billing_portal/sessions"))
                .extracting(request -> request.form().fields().get("return_url"))
                .containsExactly("http://a.test/back", StripeShop.BASE + "/portal/billing");
    }

    private Payer registered() {
        return StripeShop.customer(customers.register(shop.merchant, StripeShop.PAYER));
    }
}
