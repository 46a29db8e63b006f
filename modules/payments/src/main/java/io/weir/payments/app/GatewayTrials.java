package io.weir.payments.app;

import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.RefusedException;
import io.weir.payments.api.Gateways.Health;
import io.weir.payments.spi.Checkup;
import io.weir.payments.spi.Gateway;
import io.weir.payments.spi.GatewayException;
import io.weir.payments.spi.Merchant;
import io.weir.platform.api.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Tries a gateway: its provider's answer, and the way of its notices to us. */
@ApplicationScoped
public class GatewayTrials {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

    Health ask(Gateway gateway, Merchant merchant) {
        var checkup = gateway.checkup().orElseThrow(() -> none(gateway));
        return timed(() -> checkup.ask(merchant));
    }

    Health register(Gateway gateway, Merchant merchant, String url) {
        var registration = gateway.webhookRegistration().orElseThrow(() -> none(gateway));
        return timed(() -> registration.register(merchant, url));
    }

    /** Over HTTP, to the address that the provider uses: what is tried is the whole way. */
    Health sendNotice(Gateway gateway, Merchant merchant, String url) {
        var checkup = gateway.checkup().orElseThrow(() -> none(gateway));
        return timed(() -> send(url, checkup.testNotice(merchant, Ids.next().toString())));
    }

    private String send(String url, Checkup.Message message) {
        var request = HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE)
                .POST(BodyPublishers.ofByteArray(message.body()));
        message.headers().forEach(request::header);
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new GatewayException(url + " answered " + answer.statusCode(), null);
            }
            return url + " answered 200";
        } catch (IOException e) {
            throw new GatewayException(url + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GatewayException(url + " was not waited for", e);
        }
    }

    private static Health timed(Supplier<String> trial) {
        long begun = System.nanoTime();
        try {
            return new Health(true, trial.get(), millis(begun));
        } catch (GatewayException e) {
            return new Health(false, e.getMessage(), millis(begun));
        }
    }

    private static long millis(long begun) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    }

    private static RefusedException none(Gateway gateway) {
        return Refusal.conflict("GATEWAY_HAS_NO_CHECK", gateway.name()).asException();
    }
}
