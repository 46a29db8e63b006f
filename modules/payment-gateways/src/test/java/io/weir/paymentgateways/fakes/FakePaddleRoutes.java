package io.weir.paymentgateways.fakes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.paymentgateways.fakes.FakePaddle.FakeRefusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Which request does what in {@link FakePaddleBooks}. An unknown query parameter is refused, as Paddle does. */
record FakePaddleRoutes(FakePaddleBooks books, String url) {
    private static final Set<String> PARAMETERS = Set.of("after", "per_page", "order_by", "status", "origin",
            "created_at[GTE]", "customer_id", "id", "email", "transaction_id", "subscription_id", "action", "include");

    record Answer(int status, ObjectNode body) {
    }

    Answer answer(String method, String path, Map<String, String> query, ObjectNode sent) {
        if (!PARAMETERS.containsAll(query.keySet())) {
            throw new FakeRefusal(400, "bad_request", "unknown parameter among " + query.keySet());
        }
        var parts = path.substring(1).split("/");
        var kind = method + " " + parts[0] + (parts.length > 1 ? "/*" : "") + (parts.length > 2 ? "/" + parts[2] : "")
                + (parts.length > 3 ? "/*" : "");
        var id = parts.length > 1 ? parts[1] : "";
        return switch (kind) {
            case "GET event-types" -> data(200, JsonNodeFactory.instance.arrayNode().add(
                    JsonNodeFactory.instance.objectNode().put("name", "transaction.completed")
                            .put("description", "a transaction was completed").put("group", "Transaction")));
            case "GET transactions" -> list(books.all("txn"), query);
            case "GET adjustments" -> list(books.all("adj"), query);
            case "GET customers" -> list(books.all("ctm"), query);
            case "GET customers/*/payment-methods" -> list(books.methods(id), Map.of());
            case "GET transactions/*", "GET subscriptions/*", "GET customers/*", "GET prices/*" ->
                    data(200, books.get(id));
            case "POST transactions" -> data(201, books.createTransaction(sent));
            case "PATCH transactions/*" -> data(200, books.updateTransaction(id, sent));
            case "POST customers" -> data(201, books.createCustomer(sent));
            case "PATCH customers/*" -> data(200, books.merge(id, sent));
            case "POST customers/*/portal-sessions" -> data(201, books.portal(id, url));
            case "DELETE customers/*/payment-methods/*" -> {
                books.removeMethod(id, parts[3]);
                yield new Answer(204, JsonNodeFactory.instance.objectNode());
            }
            case "PATCH subscriptions/*" -> data(200, books.updateSubscription(id, sent));
            case "POST subscriptions/*/cancel" -> data(200, books.cancel(id, sent));
            case "POST subscriptions/*/resume" -> data(200, books.resume(id));
            case "POST adjustments" -> data(201, books.adjust(sent));
            default -> throw new FakeRefusal(404, "not_found", "no such path: " + kind);
        };
    }

    private static Answer data(int status, JsonNode data) {
        var body = JsonNodeFactory.instance.objectNode();
        body.set("data", data);
        body.putObject("meta").put("request_id", "fake");
        return new Answer(status, body);
    }

    private Answer list(List<ObjectNode> all, Map<String, String> query) {
        var oldestFirst = all.stream().filter(matches(query)).sorted(Comparator.comparing(
                (ObjectNode entry) -> entry.path("created_at").asText())).toList();
        var matching = new ArrayList<>(oldestFirst);
        if (query.getOrDefault("order_by", "").endsWith("[DESC]")) {
            Collections.reverse(matching);
        }
        var fresh = query.containsKey("after") ? matching.stream()
                .dropWhile(entry -> !entry.path("id").asText().equals(query.get("after"))).skip(1).toList() : matching;
        int size = Integer.parseInt(query.getOrDefault("per_page", "50"));
        var page = JsonNodeFactory.instance.arrayNode().addAll(fresh.stream().limit(size).toList());
        var answer = data(200, page);
        ((ObjectNode) answer.body().path("meta")).putObject("pagination").put("per_page", size)
                .put("next", url + "/?after=" + page.path(page.size() - 1).path("id").asText())
                .put("has_more", fresh.size() > size).put("estimated_total", matching.size());
        return answer;
    }

    private static Predicate<ObjectNode> matches(Map<String, String> query) {
        return entry -> query.entrySet().stream().allMatch(wanted -> switch (wanted.getKey()) {
            case "after", "per_page", "order_by", "include" -> true;
            case "created_at[GTE]" -> !Instant.parse(entry.path("created_at").asText())
                    .isBefore(Instant.parse(wanted.getValue()));
            default -> List.of(wanted.getValue().split(",")).contains(entry.path(wanted.getKey()).asText());
        });
    }
}
