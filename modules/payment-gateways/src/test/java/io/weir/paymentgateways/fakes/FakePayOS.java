package io.weir.paymentgateways.fakes;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * PayOS on loopback: payment pages with a state, signed answers and messages, and its refusals. Payers' transfers and
 * the passing of time are what a test says. For one payment channel.
 */
public final class FakePayOS implements AutoCloseable {
    public static final String CLIENT_ID = "client-test";
    public static final String API_KEY = "api-test";
    public static final String CHECKSUM_KEY = "c0ffee00".repeat(8);
    private static final String LINKS = "/v2/payment-requests";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final PayOSSigner signer = new PayOSSigner(CHECKSUM_KEY);
    private final Supplier<Instant> clock;
    private final Map<Long, PayOSLink> links = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final List<String> registered = new CopyOnWriteArrayList<>();
    private volatile Trouble trouble = Trouble.NONE;

    /** What it was asked. {@code headers}: lower-case names, first values. */
    public record Asked(String method, String path, Map<String, String> headers, String body) {
    }

    /**
     * What is wrong with it. BAD_SIGNATURES: answers are signed with another key. LOST_ANSWERS: what is asked happens,
     * and the connection breaks.
     */
    public enum Trouble { NONE, UNAUTHORIZED, TOO_MANY_REQUESTS, DOWN, NOT_JSON, BAD_SIGNATURES, LOST_ANSWERS }

    public FakePayOS() {
        this(Clock.systemUTC()::instant);
    }

    public FakePayOS(Supplier<Instant> clock) {
        this.clock = clock;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::serve);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What a tenant has to be told to use this one. */
    public Map<String, String> settings() {
        return Map.of("PAYOS_CLIENT_ID", CLIENT_ID, "PAYOS_API_KEY", API_KEY, "PAYOS_CHECKSUM_KEY", CHECKSUM_KEY,
                "PAYOS_API_URL", url());
    }

    public void is(Trouble now) {
        trouble = now;
    }

    /** A payer's transfer to an order's page; answers the signed message about it, which is not sent yet. */
    public synchronized String pay(long orderCode, long dong) {
        var link = links.get(orderCode);
        return signer.message(link.message(link.receive(dong, clock.get()))).toString();
    }

    /** Posts a message to an address and answers the status. */
    public int deliver(String url, String message) {
        var request = HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE)
                .header("content-type", "application/json").POST(BodyPublishers.ofString(message)).build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The page's time is over. */
    public synchronized void expire(long orderCode) {
        links.get(orderCode).close("EXPIRED", null);
    }

    /** The payer leaves by the page's own button. */
    public synchronized void cancel(long orderCode) {
        links.get(orderCode).close("CANCELLED", "by the payer");
    }

    /** PayOS's word for how a page stands. */
    public synchronized String status(long orderCode) {
        return links.get(orderCode).status();
    }

    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** Addresses for messages that were registered. */
    public List<String> registered() {
        return List.copyOf(registered);
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
            var path = exchange.getRequestURI().getPath();
            asked.add(new Asked(exchange.getRequestMethod(), path, headers, body));
            switch (trouble) {
                case UNAUTHORIZED -> send(exchange, 401, "{\"code\":\"401\",\"desc\":\"Unauthorized\"}");
                case TOO_MANY_REQUESTS -> send(exchange, 429, "{\"code\":\"429\",\"desc\":\"Too many requests\"}");
                case DOWN -> send(exchange, 503, "");
                case NOT_JSON -> send(exchange, 200, "<html>maintenance</html>");
                case LOST_ANSWERS -> answer(exchange, headers, body);
                default -> send(exchange, 200, answer(exchange, headers, body).toString());
            }
        }
    }

    private ObjectNode answer(HttpExchange exchange, Map<String, String> headers, String body) throws IOException {
        if (!CLIENT_ID.equals(headers.get("x-client-id")) || !API_KEY.equals(headers.get("x-api-key"))) {
            return refused("214", "Cổng thanh toán không tồn tại hoặc đã tạm dừng");
        }
        var path = exchange.getRequestURI().getPath();
        var isPost = exchange.getRequestMethod().equals("POST");
        if (isPost && path.equals("/confirm-webhook")) {
            return confirm(JSON.readTree(body).get("webhookUrl").textValue());
        }
        if (isPost && path.equals(LINKS)) {
            return create((ObjectNode) JSON.readTree(body));
        }
        if (isPost && path.endsWith("/cancel")) {
            return cancel(path, JSON.readTree(body).get("cancellationReason").textValue());
        }
        return look(path.substring(LINKS.length() + 1));
    }

    private synchronized ObjectNode create(ObjectNode wanted) {
        var text = List.of("amount", "cancelUrl", "description", "orderCode", "returnUrl").stream()
                .map(name -> name + "=" + wanted.path(name).asText()).reduce((a, b) -> a + "&" + b).orElseThrow();
        if (!signer.hmac(text).equals(wanted.path("signature").asText())) {
            return refused("201", "Mã kiểm tra(signature) không hợp lệ");
        }
        if (wanted.get("description").textValue().length() > 25 || wanted.get("amount").longValue() <= 0) {
            return refused("20", "Thông tin truyền lên không đúng");
        }
        var link = new PayOSLink(wanted, clock.get());
        return links.putIfAbsent(link.orderCode, link) == null ? signed(link.created())
                : refused("231", "Đơn thanh toán đã tồn tại");
    }

    private synchronized ObjectNode look(String orderCode) {
        var link = links.get(Long.parseLong(orderCode));
        return link == null ? refused("101", "Mã thanh toán không tồn tại") : signed(link.told());
    }

    private synchronized ObjectNode cancel(String path, String reason) {
        var orderCode = path.substring(LINKS.length() + 1, path.length() - "/cancel".length());
        var link = links.get(Long.parseLong(orderCode));
        if (link != null && !link.isOpen()) {
            return refused("20", "Không thể hủy đơn " + link.status());
        }
        if (link != null) {
            link.close("CANCELLED", reason);
        }
        return look(orderCode);
    }

    /** The answer is not signed. An address that does not take the sample is not registered. */
    private ObjectNode confirm(String url) {
        var sample = JSON.createObjectNode().put("orderCode", 123).put("amount", 3000).put("description", "VQRIO123")
                .put("accountNumber", "12345678").put("reference", "TF230204212323")
                .put("transactionDateTime", "2023-02-04 18:25:00").put("currency", "VND")
                .put("paymentLinkId", "124c33293c43417ab7879e14c8d9eb18").put("code", "00").put("desc", "Thành công");
        if (deliver(url, signer.message(sample).toString()) / 100 != 2) {
            return refused("20", "Webhook url không hợp lệ");
        }
        registered.add(url);
        var envelope = JSON.createObjectNode().put("code", "00").put("desc", "success");
        envelope.putObject("data").put("webhookUrl", url).put("accountNumber", PayOSLink.ACCOUNT)
                .put("accountName", "CONG TY TEST").put("name", "Kenh test").put("shortName", "KT");
        return envelope;
    }

    private ObjectNode signed(ObjectNode data) {
        return trouble == Trouble.BAD_SIGNATURES ? new PayOSSigner("another key").answer(data)
                : signer.answer(data);
    }

    private static ObjectNode refused(String code, String desc) {
        return JSON.createObjectNode().put("code", code).put("desc", desc).putNull("data");
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("content-type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
