package io.weir.paymentgateways.fakes;

import static io.weir.paymentgateways.fakes.StripeBooks.of;
import static io.weir.paymentgateways.fakes.StripeBooks.text;

import com.google.gson.JsonObject;
import com.stripe.Stripe;
import com.stripe.net.Webhook;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** Tells what happened, signed as Stripe's own library would check it. */
final class StripeEvents {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private final StripeBooks books;
    private final String secret;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final List<FakeStripe.Event> told = new CopyOnWriteArrayList<>();
    private final Queue<FakeStripe.Event> waiting = new ConcurrentLinkedQueue<>();
    private volatile Optional<URI> hooks = Optional.empty();

    StripeEvents(StripeBooks books, String secret) {
        this.books = books;
        this.secret = secret;
    }

    void deliverTo(Optional<URI> where) {
        hooks = where;
    }

    List<FakeStripe.Event> told() {
        return List.copyOf(told);
    }

    void happened(String type, JsonObject object) {
        var event = of("id", books.id("evt"), "object", "event", "api_version", Stripe.API_VERSION, "created",
                books.now(), "data", of("object", object.deepCopy()), "livemode", false, "pending_webhooks", 1,
                "request", of("id", null, "idempotency_key", null), "type", type);
        var body = StripeShapes.checkedEvent(event).toString().getBytes(StandardCharsets.UTF_8);
        var made = new FakeStripe.Event(text(event, "id"), type, body);
        told.add(made);
        hooks.ifPresent(where -> waiting.add(made));
    }

    /** Sends what has happened since. Not while the books are locked: whoever hears of it may ask. */
    void deliver() {
        for (var next = waiting.poll(); next != null; next = waiting.poll()) {
            var event = next;
            hooks.ifPresent(where -> deliver(event, where));
        }
    }

    String sign(byte[] body) {
        try {
            return Webhook.Signature.generateSignatureHeader(new String(body, StandardCharsets.UTF_8), secret,
                    books.now());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    int deliver(FakeStripe.Event event, URI where) {
        var request = HttpRequest.newBuilder(where).timeout(PATIENCE)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Stripe-Signature", sign(event.body())).POST(BodyPublishers.ofByteArray(event.body())).build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }
}
