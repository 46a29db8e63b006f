package io.weir.payments.app;

import io.weir.kernel.api.RefusedException;
import io.weir.kernel.api.TenantId;
import io.weir.payments.domain.Applied;
import io.weir.payments.domain.StoredNotice;
import io.weir.payments.store.NoticeInbox;
import io.weir.platform.api.TenantScoped;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What is done about one notice: applying it, or writing down that it failed. Each is a transaction of its own, because
 * a failure has to be kept when what failed is undone.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
@TenantScoped
public class NoticeSteps {
    private static final Logger LOG = Logger.getLogger(NoticeSteps.class.getName());

    @Inject
    NoticeInbox inbox;
    @Inject
    TenantGateways gateways;
    @Inject
    Facts facts;

    public void apply(TenantId tenant, UUID notice) {
        inbox.lock(tenant, notice).filter(stored -> stored.result().isEmpty())
                .ifPresent(stored -> apply(tenant, stored));
    }

    /** @return whether it is given up */
    public boolean failed(TenantId tenant, UUID notice, RuntimeException failure) {
        return inbox.failed(tenant, notice, words(failure), NoticeApplication.TRIES);
    }

    /** Our own words are fit to be read; what a driver or a container says may hold values. */
    private static String words(RuntimeException failure) {
        boolean ours = failure instanceof RefusedException || failure instanceof IllegalStateException;
        return failure.getClass().getSimpleName() + (ours ? ": " + failure.getMessage() : "");
    }

    private void apply(TenantId tenant, StoredNotice stored) {
        var gateway = gateways.required(stored.gateway());
        var notice = ReadNotice.of(gateway, stored.body());
        var applied = notice.type().equals(ReadNotice.UNREADABLE)
                ? new Applied("signed, but not readable, or with names that are too long", true, Optional.empty())
                : facts.apply(tenant, gateway.name(), notice.fact());
        inbox.applied(tenant, stored.id(), applied);
        LOG.log(applied.needsPerson() ? Level.WARNING : Level.INFO, "notice {0} of gateway {1}: {2}",
                new Object[] {stored.id(), stored.gateway(), applied.result()});
    }
}
