package io.weir.paymentgateways.fakes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Paddle Billing on loopback, with a memory: what is made is there afterwards, what happens becomes a signed event. The
 * {@link #books} are where a test makes things happen that Paddle or the payer would.
 */
public final class FakePaddle implements AutoCloseable {
    public static final String API_KEY = "pdl_sdbx_apikey_fake";
    public static final String WEBHOOK_SECRET = "pdl_ntfset_fake_secret";
    private static final ObjectMapper JSON = new ObjectMapper();

    public final FakePaddleBooks books;
    private final HttpServer server;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Clock clock;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger outages = new AtomicInteger();
    private int delivered;

    public FakePaddle() throws IOException {
        this(Clock.systemUTC());
    }

    public FakePaddle(Clock clock) throws IOException {
        this.clock = clock;
        this.books = new FakePaddleBooks(clock);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    public String url() {
        return "http://" + server.getAddress().getAddress().getHostAddress() + ":" + server.getAddress().getPort();
    }

    /** What a merchant sets to sell here. */
    public Map<String, String> settings() {
        return Map.of("PADDLE_API_URL", url(), "PADDLE_API_KEY", API_KEY, "PADDLE_WEBHOOK_SECRET", WEBHOOK_SECRET);
    }

    /** Requests so far, as {@code POST /transactions}. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** The next requests fail with 503, after they were carried out: an answer that got lost. */
    public void loseAnswers(int count) {
        outages.set(count);
    }

    /**
     * Posts all events that have not been delivered yet.
     *
     * @return the status of each answer
     */
    public List<Integer> deliverTo(URI url) throws IOException, InterruptedException {
        var statuses = new ArrayList<Integer>();
        for (var event : undelivered()) {
            statuses.add(deliver(event, url));
        }
        return statuses;
    }

    public synchronized List<ObjectNode> undelivered() {
        var events = books.events();
        var fresh = events.subList(delivered, events.size());
        delivered = events.size();
        return List.copyOf(fresh);
    }

    public int deliver(JsonNode event, URI url) throws IOException, InterruptedException {
        var body = event.toString().getBytes(StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(url).header("content-type", "application/json")
                .header("Paddle-Signature", signature(body)).POST(HttpRequest.BodyPublishers.ofByteArray(body)).build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    /** The value of {@code Paddle-Signature} for a message that leaves now. */
    public String signature(byte[] body) {
        return signature(body, clock.instant());
    }

    public static String signature(byte[] body, Instant at) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(WEBHOOK_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            mac.update((at.getEpochSecond() + ":").getBytes(StandardCharsets.UTF_8));
            return "ts=" + at.getEpochSecond() + ";h1=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var method = exchange.getRequestMethod();
        requests.add(method + " " + path);
        var body = exchange.getRequestBody().readAllBytes();
        try {
            if (!("Bearer " + API_KEY).equalsIgnoreCase(exchange.getRequestHeaders().getFirst("authorization"))) {
                throw new FakeRefusal(403, "authentication_malformed", "the key is wrong");
            }
            var sent = body.length == 0 ? JSON.createObjectNode() : (ObjectNode) JSON.readTree(body);
            var answer = new FakePaddleRoutes(books, url()).answer(method, path, query(exchange), sent);
            write(exchange, answer.status(), answer.body());
        } catch (FakeRefusal refusal) {
            write(exchange, refusal.status(), refusal.asJson());
        } catch (RuntimeException unforeseen) {
            write(exchange, 500, new FakeRefusal(500, "internal_error", unforeseen.toString()).asJson());
        }
    }

    private void write(HttpExchange exchange, int wanted, ObjectNode body) throws IOException {
        boolean isLost = outages.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
        int status = isLost ? 503 : wanted;
        var bytes = isLost ? new byte[0] : body.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("content-type", "application/json");
        exchange.sendResponseHeaders(status, status == 204 || bytes.length == 0 ? -1 : bytes.length);
        if (status != 204) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private static Map<String, String> query(HttpExchange exchange) {
        var query = new LinkedHashMap<String, String>();
        var raw = exchange.getRequestURI().getRawQuery();
        for (var pair : raw == null ? new String[0] : raw.split("&")) {
            var parts = pair.split("=", 2);
            if (parts.length == 2) {
                query.put(URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                        URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
            }
        }
        return query;
    }

    /** Paddle's no. */
    static final class FakeRefusal extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int status;
        private final String code;

        FakeRefusal(int status, String code, String detail) {
            super(detail);
            this.status = status;
            this.code = code;
        }

        int status() {
            return status;
        }

        ObjectNode asJson() {
            var json = JSON.createObjectNode();
            json.putObject("error").put("type", "request_error").put("code", code).put("detail", getMessage())
                    .put("documentation_url", "https://developer.paddle.com/errors/" + code);
            json.putObject("meta").put("request_id", "fake");
            return json;
        }
    }
}
