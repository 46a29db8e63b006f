package io.weir.paymentgateways.paddle;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.payments.spi.GatewayException;
import io.weir.payments.spi.Merchant;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Paddle Billing's API: JSON both ways, what is asked for under {@code data}, refusals under {@code error}. */
final class BillingApi {
    private static final String LIVE = "https://api.paddle.com";
    private static final String SANDBOX = "https://sandbox-api.paddle.com";
    private static final Pattern ID = Pattern.compile("[a-z]{2,10}_[A-Za-z0-9]{1,60}");
    private final PaddleHttp http = new PaddleHttp();

    JsonNode get(Merchant merchant, String path) {
        return data(merchant, "GET", path, BodyPublishers.noBody());
    }

    /**
     * Walks a list.
     *
     * @param pages how many at most
     */
    List<JsonNode> list(Merchant merchant, String path, Map<String, String> query, int pages) {
        var all = new ArrayList<JsonNode>();
        var parameters = new TreeMap<>(query);
        for (int page = 0; page < pages; page++) {
            var answer = ask(merchant, "GET", path + "?" + encoded(parameters), BodyPublishers.noBody());
            answer.path("data").forEach(all::add);
            if (!answer.at("/meta/pagination/has_more").asBoolean() || all.isEmpty()) {
                break;
            }
            parameters.put("after", all.get(all.size() - 1).path("id").asText());
        }
        return all;
    }

    JsonNode post(Merchant merchant, String path, JsonNode body) {
        return data(merchant, "POST", path, BodyPublishers.ofString(body.toString()));
    }

    JsonNode patch(Merchant merchant, String path, JsonNode body) {
        return data(merchant, "PATCH", path, BodyPublishers.ofString(body.toString()));
    }

    void delete(Merchant merchant, String path) {
        ask(merchant, "DELETE", path, BodyPublishers.noBody());
    }

    static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** As part of a path: never anything else than a name of Paddle's. */
    static String id(String text) {
        if (!isId(text)) {
            throw new GatewayException("no name of Paddle Billing's", null);
        }
        return text;
    }

    private JsonNode data(Merchant merchant, String method, String path, BodyPublisher body) {
        var data = ask(merchant, method, path, body).path("data");
        if (data.isMissingNode()) {
            throw new GatewayException("no data in Paddle's answer to " + method, null);
        }
        return data;
    }

    private JsonNode ask(Merchant merchant, String method, String path, BodyPublisher body) {
        var request = HttpRequest.newBuilder(uri(merchant, path)).timeout(PaddleHttp.TO_ANSWER)
                .header("authorization", "Bearer " + merchant.required(PaddleSettings.API_KEY).trim())
                .header("content-type", "application/json").header("paddle-version", "1")
                .method(method, body).build();
        var answer = http.send(request);
        if (!answer.isGood()) {
            var error = answer.body().path("error");
            throw new PaddleRefusal(answer.status(), error.path("code").asText("status " + answer.status()),
                    error.path("detail").asText("no reason given"));
        }
        return answer.body();
    }

    private static URI uri(Merchant merchant, String path) {
        var base = merchant.setting(PaddleSettings.API_URL)
                .orElse(PaddleSettings.isSandbox(merchant) ? SANDBOX : LIVE);
        try {
            return URI.create(base.replaceAll("/+$", "") + path);
        } catch (IllegalArgumentException e) {
            throw new GatewayException(PaddleSettings.API_URL + " is no address", e);
        }
    }

    private static String encoded(Map<String, String> query) {
        return query.entrySet().stream().map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
