package io.weir.billing.app;

import io.weir.billing.api.Dunning.Case;
import io.weir.billing.domain.dunning.DunningBook;
import io.weir.billing.store.JpaDunningCases;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.RefusedException;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.AuditLog;
import io.weir.platform.api.TenantScoped;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;

/** Before and after a try at a gateway, which has no transaction around it. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
@TenantScoped
public class DunningReading {
    @Inject
    DunningBook dunnings;
    @Inject
    JpaDunningCases cases;
    @Inject
    AuditLog audit;

    public void running(TenantId tenant, UUID invoice) {
        dunnings.find(invoice).orElseThrow(DunningReading::unknown).requireRunning();
    }

    public Case audited(TenantId tenant, UUID invoice) {
        var now = cases.find(invoice).orElseThrow(DunningReading::unknown);
        audit.record(tenant, "dunning.retried", "invoice/" + invoice, null,
                Map.of("outcome", now.outcome().orElse("")));
        return now;
    }

    static RefusedException unknown() {
        return Refusal.notFound("DUNNING_NOT_FOUND").asException();
    }
}
