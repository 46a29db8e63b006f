package io.weir.payments.app;

import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.payments.api.Notices;
import io.weir.payments.domain.NoticeReceived;
import io.weir.payments.store.NoticeInbox;
import io.weir.platform.api.Outbox;
import io.weir.platform.api.TenantScoped;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/**
 * Stores a verified notice under the gateway's own name for it and answers; {@link NoticeApplication} does the rest
 * afterwards.
 */
@ApplicationScoped
@Transactional
@TenantScoped
public class InboxNotices implements Notices {
    private static final Logger LOG = Logger.getLogger(InboxNotices.class.getName());
    private static final String REFUSED = "weir_notices_refused";

    @Inject
    TenantGateways gateways;
    @Inject
    NoticeInbox inbox;
    @Inject
    Outbox outbox;
    @Inject
    MetricRegistry metrics;

    @Override
    public boolean receive(TenantId tenant, String gateway, Map<String, String> headers, byte[] body) {
        var notice = gateways.required(gateway).read(gateways.tenant(tenant), headers, body);
        if (notice.isEmpty()) {
            metrics.counter(REFUSED, new Tag("gateway", gateway)).inc();
            LOG.log(Level.WARNING, "refused a notice from gateway {0}: signature or age", gateway);
            throw Refusal.invalid("SIGNATURE_INVALID").asException();
        }
        var stored = inbox.insert(tenant, gateway, notice.get(), body);
        stored.ifPresent(id -> outbox.publish(tenant, new NoticeReceived(tenant, id)));
        return stored.isPresent();
    }
}
