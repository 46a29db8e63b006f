package io.weir.paymentgateways.fakes;

import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Stripe on the loopback: it keeps customers, checkouts, subscriptions, invoices and refunds, takes a repeated key for
 * the same deed, and tells of what happens by signed events. Everything it says is held against the classes of Stripe's
 * own library. What payers, banks and time do is done by its verbs.
 */
public final class FakeStripe implements AutoCloseable {
    public static final String SECRET_KEY = "sk_test_fake4eC39HqLyjWDarjtT1";
    public static final String WEBHOOK_SECRET = "whsec_fake9f8e7d6c5b4a39281706";
    private static final int SERVER_ERROR = 500;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final StripeBooks books;
    private final StripeEvents events;
    private final StripeDesk desk;
    private final StripeKeys keys = new StripeKeys();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private int failures;
    private int lost;
    private StripeRefusal failure;

    private FakeStripe(HttpServer server, Supplier<Instant> now) {
        this.server = server;
        this.books = new StripeBooks(now);
        this.events = new StripeEvents(books, WEBHOOK_SECRET);
        this.desk = new StripeDesk(books, events, url());
    }

    /** Something that happened, as it is told. */
    public record Event(String id, String type, byte[] body) {
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    /** What was asked. {@code uri}: with its query; {@code headers}: lower-case names. */
    public record Request(String method, String uri, Map<String, String> headers, StripeForm form) {
    }

    public static FakeStripe start(Supplier<Instant> now) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            var fake = new FakeStripe(server, now);
            server.setExecutor(fake.threads);
            server.createContext("/v1/", fake::answer);
            server.createContext("/pay/", exchange -> StripePayPage.answer(fake, exchange));
            server.start();
            return fake;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String url() {
        return "http://" + server.getAddress().getAddress().getHostAddress() + ":" + server.getAddress().getPort();
    }

    /** What a merchant sets to use it. */
    public Map<String, String> settings() {
        return Map.of("STRIPE_SECRET_KEY", SECRET_KEY, "STRIPE_WEBHOOK_SECRET", WEBHOOK_SECRET, "STRIPE_API_URL",
                url());
    }

    /** From now on events are sent there as they happen; to nobody, when empty. */
    public void deliverTo(Optional<URI> hooks) {
        events.deliverTo(hooks);
    }

    /** Sends one again, newly signed, as often as wanted and in any order. Answers the status; 0 when nobody heard. */
    public int deliver(Event event, URI hooks) {
        return events.deliver(event, hooks);
    }

    /** The signature header of a message that leaves now. */
    public String sign(byte[] body) {
        return events.sign(body);
    }

    public List<Event> events() {
        return events.told();
    }

    /** The newest of a type. */
    public Event event(String type) {
        return events().stream().filter(event -> event.type().equals(type)).reduce((older, newer) -> newer)
                .orElseThrow(() -> new AssertionError("no " + type + " among " + events()));
    }

    public List<Request> requests() {
        return List.copyOf(requests);
    }

    /** An object as it stands. */
    public JsonObject object(String kind, String id) {
        synchronized (books) {
            return books.get(kind, id).deepCopy();
        }
    }

    public void pay(String session) {
        act(() -> desk.checkouts().pay(session));
    }

    /** With one of the numbers that Stripe gives out for trying. */
    public void pay(String session, TestCard card) {
        act(() -> {
            if (card.declined().isPresent()) {
                desk.checkouts().decline(session, card.declined().get());
            } else {
                desk.checkouts().pay(session);
            }
        });
    }

    /** By a bank that takes days; {@link #settle} ends it. */
    public void payLater(String session) {
        act(() -> desk.checkouts().payLater(session));
    }

    public void settle(String session, boolean withMoney) {
        act(() -> desk.checkouts().settle(session, withMoney));
    }

    public void expire(String session) {
        act(() -> desk.checkouts().expire(session));
    }

    /** A subscription's next period comes. */
    public void pass(String subscription, boolean chargeWorks) {
        act(() -> desk.subscriptions().pass(subscription, chargeWorks));
    }

    /** The same, and its charge waits; {@link #recover} ends that. */
    public void turn(String subscription) {
        act(() -> desk.subscriptions().turn(subscription));
    }

    /** The charge that failed, or waited, goes through after all. */
    public void recover(String subscription) {
        act(() -> desk.subscriptions().recover(subscription));
    }

    /** Answers the method's id. */
    public String saveCard(String customer, String brand, String last4) {
        synchronized (books) {
            return StripeBooks.text(desk.ledger().card(customer, brand, last4), "id");
        }
    }

    /** Answers the price's id. {@code interval}: month, year. */
    public String makePrice(String currency, long amount, String interval) {
        synchronized (books) {
            return StripeBooks.text(desk.ledger().price(books.id("prod"), currency, amount, Optional.of(interval), 1,
                    Map.of()), "id");
        }
    }

    /** Nobody can buy at this price any more. */
    public void takeDown(String price) {
        synchronized (books) {
            books.get("price", price).addProperty("active", false);
        }
    }

    /** Somebody gives money back at Stripe's own console. */
    public void refundByHand(String intent, long amount) {
        act(() -> desk.ledger().refund(StripeForm.parse("payment_intent=" + intent + "&amount=" + amount),
                "succeeded"));
    }

    public void settleRefund(String refund, String status) {
        act(() -> desk.ledger().settleRefund(refund, status));
    }

    public void refundsAre(String status) {
        desk.refundsAre(status);
    }

    public void chargesWork(boolean work) {
        desk.chargesWork(work);
    }

    /** The next so many requests are answered with a failure, and do nothing. */
    public void failNext(int times, int status) {
        failNext(times, status, "An error occurred.");
    }

    public void failNext(int times, int status, String message) {
        synchronized (books) {
            failures = times;
            failure = StripeRefusal.of(status, "api_error", "", message);
        }
    }

    /** What the bank says of a charge that it took days for. */
    public void settleCharge(String intent, boolean withMoney) {
        act(() -> desk.offSession().settle(intent, withMoney));
    }

    /** The next so many requests do what they ask for, and nobody hears the answer. */
    public void loseNext(int times) {
        synchronized (books) {
            lost = times;
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void act(Runnable deed) {
        synchronized (books) {
            deed.run();
        }
        events.deliver();
    }

    private void answer(HttpExchange exchange) throws IOException {
        var sent = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var form = StripeForm.parse(sent.isEmpty() ? exchange.getRequestURI().getRawQuery() : sent);
        var headers = new HashMap<String, String>();
        exchange.getRequestHeaders().forEach((name, values) ->
                headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        var request = new Request(exchange.getRequestMethod(), exchange.getRequestURI().toString(), headers, form);
        requests.add(request);
        var answer = answer(request, exchange.getRequestURI().getPath());
        var body = answer.body().toString().getBytes(StandardCharsets.UTF_8);
        if (isLost()) {
            exchange.close();
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("Request-Id", "req_fake" + requests.size());
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
        events.deliver();
    }

    private boolean isLost() {
        synchronized (books) {
            return lost-- > 0;
        }
    }

    private StripeKeys.Done answer(Request request, String path) {
        try {
            synchronized (books) {
                return once(request, path);
            }
        } catch (StripeRefusal refusal) {
            return new StripeKeys.Done(request.form(), refusal.status(), refusal.body());
        } catch (RuntimeException | AssertionError broken) {
            return new StripeKeys.Done(request.form(), SERVER_ERROR, StripeRefusal.of(SERVER_ERROR, "api_error", "",
                    "The fake is broken: " + broken).body());
        }
    }

    private StripeKeys.Done once(Request request, String path) {
        if (failures > 0) {
            failures--;
            throw failure;
        }
        if (!("Bearer " + SECRET_KEY).equals(request.headers().get("authorization"))) {
            throw StripeRefusal.of(401, "invalid_request_error", "",
                    "Invalid API Key provided: " + request.headers().get("authorization"));
        }
        return keys.once(request, () -> StripeShapes.checked(
                desk.answer(request.method(), path, request.form())).deepCopy());
    }
}
