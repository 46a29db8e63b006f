package io.weir.paymentgateways.payos;

import io.weir.payments.spi.GatewayException;
import io.weir.platform.api.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * PayOS over HTTP, for one account. Every method throws {@link GatewayException} when PayOS can't be reached in time or
 * does not take the keys; what it refuses otherwise is in the answer. Source: payos.vn/docs/api.
 */
final class PayosClient {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String LINKS = "/v2/payment-requests";
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY = 429;

    private final HttpClient http;
    private final PayosAccount account;

    PayosClient(HttpClient http, PayosAccount account) {
        this.http = http;
        this.account = account;
    }

    PayosAnswer create(PaymentRequest request) {
        return post(LINKS, request.signed(account.checksumKey()));
    }

    PayosAnswer look(long orderCode) {
        return ask(request(LINKS + "/" + orderCode).GET().build());
    }

    PayosAnswer cancel(long orderCode, String reason) {
        return post(LINKS + "/" + orderCode + "/cancel", Map.of("cancellationReason", reason));
    }

    /** PayOS posts a sample to the address before it answers. */
    PayosAnswer confirmWebhook(String url) {
        return post("/confirm-webhook", Map.of("webhookUrl", url));
    }

    PayosAccount account() {
        return account;
    }

    private PayosAnswer post(String path, Map<String, Object> body) {
        return ask(request(path).POST(BodyPublishers.ofString(Json.write(body))).build());
    }

    private HttpRequest.Builder request(String path) {
        try {
            var request = HttpRequest.newBuilder(URI.create(account.api() + path)).timeout(PATIENCE)
                    .header("content-type", "application/json")
                    .header("x-client-id", account.clientId()).header("x-api-key", account.apiKey());
            account.partner().ifPresent(code -> request.header("x-partner-code", code));
            return request;
        } catch (IllegalArgumentException e) {
            // Without the cause: its message has the key in it.
            throw new GatewayException("a key for PayOS has characters that no key has", null);
        }
    }

    private PayosAnswer ask(HttpRequest request) {
        var response = send(request);
        int status = response.statusCode();
        if (status == UNAUTHORIZED || status == FORBIDDEN) {
            throw new GatewayException("PayOS does not take the keys of client " + account.clientId(), null);
        }
        if (status == TOO_MANY) {
            throw new GatewayException("PayOS was asked too often and wants a pause", null);
        }
        return PayosAnswer.read(status, response.body());
    }

    /** The request's own timeout ends with the answer's head; this one also bounds its body. */
    private HttpResponse<byte[]> send(HttpRequest request) {
        var coming = http.sendAsync(request, BodyHandlers.ofByteArray());
        try {
            return coming.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            coming.cancel(true);
            throw unreachable(e);
        } catch (ExecutionException e) {
            throw unreachable(e.getCause() instanceof IOException io ? io : e);
        } catch (InterruptedException e) {
            coming.cancel(true);
            Thread.currentThread().interrupt();
            throw unreachable(e);
        }
    }

    private GatewayException unreachable(Exception cause) {
        return new GatewayException("PayOS did not answer at " + account.api(), cause);
    }
}
