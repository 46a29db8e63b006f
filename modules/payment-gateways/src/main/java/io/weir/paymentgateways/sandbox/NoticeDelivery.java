package io.weir.paymentgateways.sandbox;

import io.weir.paymentgateways.sandbox.NoticeRows.Queued;
import io.weir.platform.api.Time;
import io.weir.tenancy.api.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Sends notices over HTTP to the tenant's address for them, signed anew each time, until they are answered by a 2xx: as
 * providers do, with growing pauses, and not for ever.
 */
@ApplicationScoped
public class NoticeDelivery {
    private static final Logger LOG = Logger.getLogger(NoticeDelivery.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final NoticeRows rows;
    private final SandboxKeys keys;
    private final SandboxPages pages;
    private final Tenants tenants;
    private final Time time;
    private final HttpClient http;

    @Inject
    NoticeDelivery(NoticeRows rows, SandboxKeys keys, SandboxPages pages, Tenants tenants, Time time) {
        this.rows = rows;
        this.keys = keys;
        this.pages = pages;
        this.tenants = tenants;
        this.time = time;
        this.http = pages == null ? null : HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    }

    /** For the container's proxy. */
    protected NoticeDelivery() {
        this(null, null, null, null, null);
    }

    /** One after the other, in this order. What is not taken is queued again. */
    public void deliver(List<Queued> claimed) {
        claimed.forEach(this::deliver);
    }

    /** @return how many were due */
    public int deliverDue(int most) {
        var claimed = rows.claim(most, time.now());
        deliver(claimed);
        return claimed.size();
    }

    private void deliver(Queued notice) {
        try {
            int status = send(notice);
            if (status / 100 == 2) {
                rows.delivered(notice.id(), time.now());
            } else {
                failed(notice, "status " + status);
            }
        } catch (IOException e) {
            failed(notice, e.toString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failed(notice, "interrupted");
        }
    }

    private int send(Queued notice) throws IOException, InterruptedException {
        var tenant = tenants.byId(notice.tenant());
        var signature = notice.badSignature() && notice.attempts() == 0 ? keys.signWrongly(notice.body())
                : keys.sign(tenant, notice.body());
        var request = HttpRequest.newBuilder(pages.notices(tenant)).timeout(PATIENCE)
                .header("content-type", "application/json").header(SandboxSignature.HEADER, signature)
                .POST(BodyPublishers.ofByteArray(notice.body())).build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }

    private void failed(Queued notice, String answer) {
        int failures = notice.attempts() + 1;
        LOG.log(Level.WARNING, "sandbox notice {0} was not taken at try {1}: {2}",
                new Object[] {notice.id(), failures, answer});
        rows.failed(notice.id(), answer, failures >= Sending.TRIES ? null : Sending.again(failures, time.now()));
    }
}
