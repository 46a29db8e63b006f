package io.weir.paymentgateways.sandbox;

import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.RefusedException;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.SandboxCheckouts;
import io.weir.payments.spi.PaymentsOfAllTenants;
import io.weir.payments.spi.PaymentsOfAllTenants.Found;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Plays the outside gateway: what happens on its page is told to Weir by a signed POST over HTTP, as by any other. */
@ApplicationScoped
public class HttpSandboxCheckouts implements SandboxCheckouts {
    private static final Logger LOG = Logger.getLogger(HttpSandboxCheckouts.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final PaymentsOfAllTenants payments;
    private final SandboxGateway gateway;
    private final SandboxPages pages;
    private final HttpClient http;

    @Inject
    HttpSandboxCheckouts(PaymentsOfAllTenants payments, SandboxGateway gateway, SandboxPages pages) {
        this(payments, gateway, pages, HttpClient.newBuilder().connectTimeout(PATIENCE).build());
    }

    /** For the container's proxy. */
    protected HttpSandboxCheckouts() {
        this(null, null, null, null);
    }

    private HttpSandboxCheckouts(PaymentsOfAllTenants payments, SandboxGateway gateway, SandboxPages pages,
            HttpClient http) {
        this.payments = payments;
        this.gateway = gateway;
        this.pages = pages;
        this.http = http;
    }

    @Override
    public SandboxCheckout checkout(PaymentId id) {
        var found = required(id);
        var payment = found.payment();
        return new SandboxCheckout(id, payment.orderCode(), found.tenant().slug(), found.tenant().name(),
                payment.description(), payment.amount(), payment.status(), found.returns().returnUrl(),
                found.returns().cancelUrl());
    }

    @Override
    public String finish(PaymentId id, String word) {
        var outcome = SandboxOutcome.named(word).orElseThrow(() -> Refusal.invalid("OUTCOME_UNKNOWN").asException());
        var found = required(id);
        if (!found.payment().status().isOpen()) {
            throw Refusal.conflict("PAYMENT_DECIDED").asException();
        }
        send(found, SandboxEvent.of(found.payment(), outcome).toBody());
        return pages.next(found.payment(), found.returns(), outcome.left());
    }

    private Found required(PaymentId id) {
        return payments.find(id).filter(found -> found.payment().gateway().equals(SandboxGateway.NAME))
                .orElseThrow(() -> Refusal.notFound("PAYMENT_NOT_FOUND").asException());
    }

    private void send(Found found, byte[] body) {
        var request = HttpRequest.newBuilder(pages.notices(found.tenant())).timeout(PATIENCE)
                .header("content-type", "application/json")
                .header(SandboxSignature.HEADER, gateway.sign(found.tenant(), body))
                .POST(BodyPublishers.ofByteArray(body)).build();
        try {
            int status = http.send(request, BodyHandlers.discarding()).statusCode();
            if (status / 100 != 2) {
                throw failed(new IOException("status " + status + " from " + request.uri()));
            }
        } catch (IOException e) {
            throw failed(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(e);
        }
    }

    private static RefusedException failed(Exception cause) {
        LOG.log(Level.WARNING, "a sandbox notice was not delivered: {0}", cause.toString());
        return Refusal.of(Refusal.Kind.UPSTREAM_FAILED, "GATEWAY_FAILED", SandboxGateway.NAME).asException();
    }
}
