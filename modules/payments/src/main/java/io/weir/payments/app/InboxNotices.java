package io.weir.payments.app;

import io.weir.kernel.api.Page;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.RefusedException;
import io.weir.kernel.api.TenantId;
import io.weir.kernel.api.UserId;
import io.weir.payments.api.Notices;
import io.weir.payments.domain.HandNote;
import io.weir.payments.domain.NoticeReceived;
import io.weir.payments.spi.Gateway;
import io.weir.payments.store.NoticeInbox;
import io.weir.payments.store.NoticeList;
import io.weir.platform.api.AuditLog;
import io.weir.platform.api.Outbox;
import io.weir.platform.api.TenantScoped;
import io.weir.platform.api.Time;
import io.weir.tenancy.api.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/**
 * Stores a genuine notice under the gateway's own name for it and answers; {@link NoticeApplication} does the rest
 * afterwards.
 */
@ApplicationScoped
@Transactional
public class InboxNotices implements Notices {
    private static final Logger LOG = Logger.getLogger(InboxNotices.class.getName());
    private static final int LONGEST_NOTE = 500;
    private static final String REFUSED = "weir_notices_refused";

    @Inject
    TenantGateways gateways;
    @Inject
    NoticeOwners owners;
    @Inject
    NoticeInbox inbox;
    @Inject
    NoticeList list;
    @Inject
    Outbox outbox;
    @Inject
    AuditLog audit;
    @Inject
    Tenants tenants;
    @Inject
    Time time;
    @Inject
    MetricRegistry metrics;

    @Override
    public boolean receive(Delivery delivery) {
        var gateway = gateways.required(delivery.gateway());
        var tenant = owners.of(gateway, delivery);
        var merchant = gateways.merchant(gateways.tenant(tenant), gateway);
        if (!gateway.isGenuine(merchant, delivery.headers(), delivery.body())) {
            throw refused(gateway);
        }
        var notice = ReadNotice.of(gateway, delivery.body());
        var stored = inbox.insert(tenant, gateway.name(), notice, delivery.body());
        stored.ifPresent(id -> outbox.publish(tenant, new NoticeReceived(tenant, id.toString())));
        return stored.isPresent();
    }

    @Override
    @TenantScoped
    public Page<Entry> inbox(TenantId tenant, Filter filter, Page.Request page) {
        return list.page(tenant, filter, page);
    }

    @Override
    @TenantScoped
    public Received notice(TenantId tenant, UUID notice) {
        return list.find(tenant, notice).orElseThrow(InboxNotices::unknown);
    }

    @Override
    @TenantScoped
    public void replay(TenantId tenant, UUID notice) {
        var before = notice(tenant, notice).entry();
        if (!inbox.renew(tenant, notice)) {
            throw unknown();
        }
        outbox.publish(tenant, new NoticeReceived(tenant, notice.toString()));
        audit.record(tenant, "notice.replayed", "notice/" + notice,
                Map.of("state", before.state().name(), "result", before.result().orElse("")), null);
    }

    @Override
    @TenantScoped
    public void acknowledge(TenantId tenant, UUID notice, UserId by, String note) {
        var before = notice(tenant, notice).entry();
        var words = HandNote.of(note, LONGEST_NOTE)
                .orElseThrow(() -> Refusal.invalidField("note", "REQUIRED").asException());
        if (!inbox.acknowledge(tenant, notice, by, words)) {
            throw Refusal.conflict("NOTICE_NEEDS_NOBODY").asException();
        }
        audit.record(tenant, "notice.acknowledged", "notice/" + notice,
                Map.of("result", before.result().orElse("")), Map.of("note", words));
    }

    /** A tenant's in one statement and transaction; the next run goes on. */
    @Override
    public int forgetOld(int most) {
        int left = most;
        for (var tenant : tenants.all()) {
            var until = time.now().minus(Duration.ofDays(PaymentSettings.NOTICE_DAYS.of(tenant)));
            left -= inbox.forget(tenant.id(), until, left);
            if (left == 0) {
                return most;
            }
        }
        return most - left;
    }

    private RefusedException refused(Gateway gateway) {
        metrics.counter(REFUSED, new Tag("gateway", gateway.name())).inc();
        LOG.log(Level.WARNING, "refused a notice from gateway {0}: signature or age", gateway.name());
        return Refusal.invalid("SIGNATURE_INVALID").asException();
    }

    private static RefusedException unknown() {
        return Refusal.notFound("NOTICE_NOT_FOUND").asException();
    }
}
