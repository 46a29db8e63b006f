package io.weir.paymentgateways.paddle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.weir.payments.spi.GatewayException;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Sends to Paddle and reads JSON back. Follows no redirects: keys go where the merchant said, nowhere else. */
final class PaddleHttp {
    private static final Duration TO_CONNECT = Duration.ofSeconds(5);
    /** Paddle collects at once for some changes, and answers afterwards. */
    static final Duration TO_ANSWER = Duration.ofSeconds(30);
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(TO_CONNECT).build();

    /** The body is missing where none, or no JSON, came. */
    Answer send(HttpRequest request) {
        try {
            var response = http.send(request, BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(),
                    PaddleJson.tree(response.body()).orElse(MissingNode.getInstance()));
        } catch (IOException e) {
            throw new GatewayException("no answer from " + request.uri().getHost() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GatewayException("interrupted at " + request.uri().getHost(), e);
        }
    }

    record Answer(int status, JsonNode body) {
        boolean isGood() {
            return status / 100 == 2;
        }
    }
}
