package io.weir.paymentgateways.fakes;

import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The page at which a payer enters a card, for browsers. */
final class StripePayPage {
    private StripePayPage() {
    }

    static void answer(FakeStripe fake, HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var id = path.substring(path.lastIndexOf('/') + 1);
        var form = StripeForm.parse(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        try {
            var session = fake.object("checkout.session", id);
            if (exchange.getRequestMethod().equals("POST")) {
                pay(fake, exchange, session, TestCard.of(form.text("card").orElse("")).orElse(TestCard.DECLINED));
            } else {
                show(exchange, 200, session, "");
            }
        } catch (StripeRefusal refusal) {
            send(exchange, refusal.status(), "<p>Nothing to pay here</p>");
        }
    }

    private static void pay(FakeStripe fake, HttpExchange exchange, JsonObject session, TestCard card)
            throws IOException {
        fake.pay(StripeBooks.text(session, "id"), card);
        if (card.declined().isPresent()) {
            show(exchange, 402, session, "Your card was declined.");
            return;
        }
        exchange.getResponseHeaders().set("Location", StripeBooks.text(session, "success_url")
                .replace("{CHECKOUT_SESSION_ID}", StripeBooks.text(session, "id")));
        exchange.sendResponseHeaders(303, -1);
        exchange.close();
    }

    private static void show(HttpExchange exchange, int status, JsonObject session, String words) throws IOException {
        send(exchange, status, "<!doctype html><html lang=en><meta charset=utf-8><title>Checkout</title><h1>"
                + StripeBooks.text(session, "amount_total") + " " + StripeBooks.text(session, "currency")
                + "</h1><p role=alert>" + words + "</p><form method=post><label>Card <input name=card></label>"
                + "<button>Pay</button></form><a href=\"" + StripeBooks.text(session, "cancel_url")
                .replace("&", "&amp;").replace("\"", "&quot;") + "\">Back</a></html>");
    }

    private static void send(HttpExchange exchange, int status, String page) throws IOException {
        var body = page.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
