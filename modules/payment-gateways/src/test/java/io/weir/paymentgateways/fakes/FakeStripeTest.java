package io.weir.paymentgateways.fakes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.StripeClient;
import com.stripe.exception.IdempotencyException;
import com.stripe.exception.StripeException;
import com.stripe.net.RequestOptions;
import com.stripe.net.Webhook;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.checkout.SessionCreateParams;
import com.stripe.param.checkout.SessionCreateParams.LineItem;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** That the fake is as strict as what it stands for, by Stripe's own client. */
class FakeStripeTest {
    private static final Instant NOW = Instant.parse("2026-07-30T00:00:00Z");
    private final FakeStripe fake = FakeStripe.start(() -> NOW);
    private final StripeClient client = StripeClient.builder().setApiKey(FakeStripe.SECRET_KEY).setApiBase(fake.url())
            .build();

    @AfterEach
    void close() {
        fake.close();
    }

    @Test
    void the_same_key_is_the_same_deed_and_another_request_under_it_is_refused() throws StripeException {
        var once = RequestOptions.builder().setIdempotencyKey("k").build();
        var an = CustomerCreateParams.builder().setName("An").build();
        var first = client.v1().customers().create(an, once);
        assertThat(client.v1().customers().create(an, once).getId()).isEqualTo(first.getId());
        assertThatThrownBy(() -> client.v1().customers().create(CustomerCreateParams.builder().setName("Bình").build(),
                once)).isInstanceOf(IdempotencyException.class);
    }

    @Test
    void a_member_that_stripe_does_not_have_is_noticed() {
        var invented = StripeBooks.of("id", "cus_1", "object", "customer", "shoe_size", 42);
        assertThatThrownBy(() -> StripeShapes.checked(invented)).isInstanceOf(AssertionError.class)
                .hasMessageContaining("customer.shoe_size");
        var deep = StripeBooks.of("id", "in_1", "object", "invoice", "parent", StripeBooks.of("quote", "q"));
        assertThatThrownBy(() -> StripeShapes.checked(deep)).hasMessageContaining("invoice.parent.quote");
    }

    @Test
    void what_happens_is_told_over_http_signed_as_stripes_library_checks_it() throws Exception {
        var heard = new CopyOnWriteArrayList<String>();
        var weir = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        weir.createContext("/hooks", exchange -> {
            heard.add(check(exchange.getRequestHeaders().getFirst("Stripe-Signature"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        weir.start();
        try {
            fake.deliverTo(Optional.of(URI.create("http://127.0.0.1:" + weir.getAddress().getPort() + "/hooks")));
            var session = session();
            var page = HttpClient.newHttpClient().send(HttpRequest
                    .newBuilder(URI.create(fake.url() + "/pay/" + session))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("card=4242+4242+4242+4242")).build(), BodyHandlers.ofString());
            assertThat(page.statusCode()).isEqualTo(303);
            assertThat(page.headers().firstValue("location")).contains("http://a.test/ok?s=" + session);
            assertThat(heard).isEqualTo(List.of("payment_intent.succeeded", "checkout.session.completed"));
            assertThat(fake.deliver(fake.events().get(0), URI.create("http://127.0.0.1:1/hooks"))).isZero();
        } finally {
            weir.stop(0);
        }
    }

    private String session() throws StripeException {
        return client.v1().checkout().sessions().create(SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.PAYMENT).setSuccessUrl("http://a.test/ok?s={CHECKOUT_SESSION_ID}")
                .setCancelUrl("http://a.test/no").addLineItem(LineItem.builder().setQuantity(1L)
                        .setPriceData(LineItem.PriceData.builder().setCurrency("vnd").setUnitAmount(99_000L)
                                .setProductData(LineItem.PriceData.ProductData.builder().setName("Gói").build())
                                .build()).build()).build()).getId();
    }

    private static String check(String header, String body) throws IOException {
        try {
            return Webhook.constructEvent(body, header, FakeStripe.WEBHOOK_SECRET, 300,
                    Clock.fixed(NOW, ZoneOffset.UTC)).getType();
        } catch (StripeException e) {
            throw new IOException(e);
        }
    }
}
