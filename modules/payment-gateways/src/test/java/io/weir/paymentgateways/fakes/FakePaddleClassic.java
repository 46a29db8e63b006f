package io.weir.paymentgateways.fakes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Paddle Classic on loopback, with a memory and a key of its own: pay links, subscriptions, orders, signed alerts. */
public final class FakePaddleClassic implements AutoCloseable {
    public static final String VENDOR_ID = "12345";
    public static final String AUTH_CODE = "fake-vendor-auth-code";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final HttpServer server;
    private final FakePaddleAlerts alerts = new FakePaddleAlerts();
    private final Clock clock;
    private final Map<String, Map<String, String>> links = new LinkedHashMap<>();
    private final Map<String, ObjectNode> subscriptions = new LinkedHashMap<>();
    private final Map<String, ObjectNode> orders = new LinkedHashMap<>();
    private final List<Map<String, String>> requests = new CopyOnWriteArrayList<>();
    private int count = 1000;

    public FakePaddleClassic() throws IOException {
        this(Clock.systemUTC());
    }

    public FakePaddleClassic(Clock clock) throws IOException {
        this.clock = clock;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/2.0/", this::answer);
        server.start();
    }

    public String url() {
        return "http://" + server.getAddress().getAddress().getHostAddress() + ":" + server.getAddress().getPort();
    }

    /** What a merchant sets to sell here. */
    public Map<String, String> settings() {
        return Map.of("PADDLE_VENDORS_URL", url(), "PADDLE_VENDOR_ID", VENDOR_ID, "PADDLE_API_KEY", AUTH_CODE,
                "PADDLE_PUBLIC_KEY_BASE64", alerts.publicKey());
    }

    /** Forms so far, each with its path under {@code path}. */
    public List<Map<String, String>> requests() {
        return List.copyOf(requests);
    }

    /** The payer pays on a pay link. Answers the order's number. */
    public synchronized String pay(String url) {
        var link = links.get(url);
        var price = link.get("prices[0]").split(":");
        var order = order(price[1], price[0], link.get("passthrough"), link.get("product_id"));
        if (link.get("product_id") == null) {
            alert("payment_succeeded", Map.of("sale_gross", price[1], "currency", price[0], "payment_tax", "0",
                    "order_id", order, "passthrough", link.get("passthrough")));
            return order;
        }
        var subscription = begin(link, price);
        orders.get(order).set("subscription_id", subscription.path("subscription_id"));
        alert("subscription_created", ofSubscription(subscription));
        var paid = new TreeMap<>(ofSubscription(subscription));
        paid.putAll(Map.of("sale_gross", price[1], "payment_tax", "0", "order_id", order, "initial_payment", "1",
                "subscription_payment_id", Integer.toString(++count)));
        alert("subscription_payment_succeeded", paid);
        return order;
    }

    /** A subscription's next period is charged. Answers the order's number. */
    public synchronized String renew(String subscription) {
        var renewed = subscriptions.get(subscription);
        var next = (ObjectNode) renewed.path("next_payment");
        next.put("date", LocalDate.parse(next.path("date").asText()).plusMonths(1).toString());
        var amount = next.path("amount").asText();
        var order = order(amount, next.path("currency").asText(), renewed.path("passthrough").asText(),
                renewed.path("plan_id").asText());
        orders.get(order).set("subscription_id", renewed.path("subscription_id"));
        var paid = new TreeMap<>(ofSubscription(renewed));
        paid.putAll(Map.of("sale_gross", amount, "payment_tax", "0", "order_id", order, "initial_payment", "0",
                "subscription_payment_id", Integer.toString(++count)));
        alert("subscription_payment_succeeded", paid);
        return order;
    }

    public synchronized void failRenewal(String subscription) {
        var failed = subscriptions.get(subscription).put("state", "past_due");
        var fields = new TreeMap<>(ofSubscription(failed));
        fields.putAll(Map.of("subscription_payment_id", Integer.toString(++count), "attempt_number", "1"));
        alert("subscription_payment_failed", fields);
        alert("subscription_updated", ofSubscription(failed));
    }

    /** Paddle's people approve the refund that was asked for. */
    public synchronized void approveRefund(String order) {
        var refunded = orders.get(order);
        var amount = refunded.path("refund").asText();
        var isFull = new BigDecimal(amount).compareTo(new BigDecimal(refunded.path("amount").asText())) == 0;
        refunded.put("status", isFull ? "refunded" : "partially_refunded");
        alert("payment_refunded", Map.of("order_id", order, "gross_refund", amount, "refund_type",
                isFull ? "full" : "partial", "currency", refunded.path("currency").asText(), "refund_reason",
                refunded.path("reason").asText(), "passthrough", refunded.path("passthrough").asText()));
    }

    public synchronized List<String> subscriptions() {
        return List.copyOf(subscriptions.keySet());
    }

    /** Signed bodies of the alerts since the last time. */
    public List<byte[]> undelivered() {
        return alerts.undelivered();
    }

    /** Answers the status of each answer. */
    public List<Integer> deliverTo(URI url) throws IOException, InterruptedException {
        return alerts.deliverTo(url);
    }

    /** Any fields as a signed form. */
    public byte[] signed(Map<String, String> fields) {
        return alerts.signed(fields);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        var fields = new LinkedHashMap<String, String>();
        for (var pair : new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8).split("&")) {
            var parts = pair.split("=", 2);
            fields.put(URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                    URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        fields.put("path", exchange.getRequestURI().getPath().substring("/api".length()));
        requests.add(fields);
        var json = JsonNodeFactory.instance.objectNode();
        try {
            json.put("success", true).set("response", response(fields));
        } catch (IllegalArgumentException refused) {
            json.removeAll().put("success", false).putObject("error").put("code", 100)
                    .put("message", refused.getMessage());
        }
        var bytes = json.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("content-type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private JsonNode response(Map<String, String> fields) {
        require(VENDOR_ID.equals(fields.get("vendor_id")) && AUTH_CODE.equals(fields.get("vendor_auth_code")),
                "You don't have permission to access this resource");
        var path = fields.get("path");
        return switch (path) {
            case "/2.0/product/generate_pay_link" -> payLink(fields);
            case "/2.0/product/get_products" -> JsonNodeFactory.instance.objectNode().put("total", 2);
            case "/2.0/subscription/users" -> users(fields);
            case "/2.0/subscription/users_cancel" -> cancel(required(fields));
            case "/2.0/subscription/users/update" -> update(required(fields), fields);
            case "/2.0/payment/refund" -> refund(fields);
            default -> transactions(path.split("/"));
        };
    }

    private JsonNode payLink(Map<String, String> fields) {
        require(fields.containsKey("product_id") || fields.containsKey("title") && fields.containsKey("webhook_url"),
                "a product, or a title and a webhook");
        // The same wishes give the same address here, so that a test can tell whether they were the same.
        var url = url() + "/checkout/" + Integer.toHexString(fields.hashCode());
        links.put(url, fields);
        return JsonNodeFactory.instance.objectNode().put("url", url);
    }

    private ObjectNode begin(Map<String, String> link, String[] price) {
        var id = Integer.toString(++count);
        var user = JsonNodeFactory.instance.objectNode().put("subscription_id", Long.parseLong(id))
                .put("plan_id", Long.parseLong(link.get("product_id"))).put("user_id", 42).put("state", "active")
                .put("user_email", link.get("customer_email")).put("passthrough", link.get("passthrough"))
                .put("update_url", url() + "/update/" + id).put("cancel_url", url() + "/cancel/" + id);
        user.putObject("payment_information").put("payment_method", "card").put("card_type", "visa")
                .put("last_four_digits", "1111").put("expiry_date", "12/2031");
        user.putObject("next_payment").put("amount", price[1]).put("currency", price[0]).put("date", today()
                .plusMonths(1).toString());
        subscriptions.put(id, user);
        return user;
    }

    private JsonNode users(Map<String, String> fields) {
        var page = JsonNodeFactory.instance.arrayNode();
        subscriptions.values().stream().filter(user -> !user.path("state").asText().equals("deleted"))
                .filter(user -> user.path("subscription_id").asText().equals(fields.getOrDefault("subscription_id",
                        user.path("subscription_id").asText())))
                .filter(user -> fields.getOrDefault("page", "1").equals("1")).forEach(page::add);
        return page;
    }

    private JsonNode cancel(ObjectNode user) {
        require(!user.path("state").asText().equals("deleted"), "the subscription has ended");
        var fields = new TreeMap<>(ofSubscription(user.put("state", "deleted")));
        fields.put("cancellation_effective_date", fields.remove("next_bill_date"));
        alert("subscription_cancelled", fields);
        return JsonNodeFactory.instance.objectNode();
    }

    private JsonNode update(ObjectNode user, Map<String, String> fields) {
        if (fields.containsKey("pause")) {
            user.put("state", fields.get("pause").equals("true") ? "paused" : "active");
        }
        if (fields.containsKey("plan_id")) {
            user.put("plan_id", Long.parseLong(fields.get("plan_id"))).put("passthrough", fields.get("passthrough"));
            ((ObjectNode) user.path("next_payment")).put("amount", fields.get("recurring_price"));
        }
        alert("subscription_updated", ofSubscription(user));
        return user;
    }

    private JsonNode refund(Map<String, String> fields) {
        var order = orders.get(fields.get("order_id"));
        require(order != null && order.path("status").asText().equals("completed"), "the order can't be refunded");
        order.put("refund", fields.getOrDefault("amount", order.path("amount").asText()))
                .put("reason", fields.get("reason"));
        return JsonNodeFactory.instance.objectNode().put("refund_request_id", ++count);
    }

    private JsonNode transactions(String[] path) {
        require(path.length == 5 && path[4].equals("transactions"), "no such method");
        var found = JsonNodeFactory.instance.arrayNode();
        var key = path[2] + "_id";
        orders.values().stream().filter(order -> order.path(key).asText().equals(path[3])).forEach(found::add);
        return found;
    }

    private String order(String amount, String currency, String passthrough, String product) {
        var number = ++count + "-" + ++count;
        orders.put(number, JsonNodeFactory.instance.objectNode().put("order_id", number).put("amount", amount)
                .put("currency", currency).put("status", "completed").put("passthrough", passthrough)
                .put("product_id", product).put("created_at", at()));
        return number;
    }

    private Map<String, String> ofSubscription(ObjectNode user) {
        return Map.of("subscription_id", user.path("subscription_id").asText(), "subscription_plan_id",
                user.path("plan_id").asText(), "user_id", user.path("user_id").asText(), "status",
                user.path("state").asText(), "passthrough", user.path("passthrough").asText(), "next_bill_date",
                user.at("/next_payment/date").asText(), "currency", user.at("/next_payment/currency").asText(),
                "unit_price", user.at("/next_payment/amount").asText());
    }

    private void alert(String name, Map<String, String> fields) {
        var alert = new TreeMap<>(fields);
        alert.put("alert_id", Integer.toString(++count));
        alert.put("alert_name", name);
        alert.put("event_time", at());
        alerts.add(alert);
    }

    private ObjectNode required(Map<String, String> fields) {
        var user = subscriptions.get(fields.get("subscription_id"));
        require(user != null, "unable to find the subscription");
        return user;
    }

    private String at() {
        return LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).format(TIME);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
