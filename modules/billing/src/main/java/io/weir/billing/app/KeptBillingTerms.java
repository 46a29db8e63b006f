package io.weir.billing.app;

import io.weir.billing.api.BillingDefinition;
import io.weir.billing.api.BillingTerms;
import io.weir.billing.store.BillingTermsTable;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.AuditLog;
import io.weir.platform.api.RequestContext;
import io.weir.platform.api.TenantScoped;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Each change is a row of its own: what was in force when is never lost. */
@ApplicationScoped
@Transactional
@TenantScoped
public class KeptBillingTerms implements BillingDefinition {
    private BillingTermsTable table;
    private Time time;
    private AuditLog audit;

    protected KeptBillingTerms() {
    }

    @Inject
    public KeptBillingTerms(BillingTermsTable table, Time time, AuditLog audit) {
        this.table = table;
        this.time = time;
        this.audit = audit;
    }

    @Override
    public BillingTerms of(TenantId tenant) {
        return table.latest(tenant).orElse(BillingTerms.NONE);
    }

    @Override
    public void define(TenantId tenant, BillingTerms terms, boolean onlyMissing) {
        Optional<BillingTerms> before = table.latest(tenant);
        boolean stays = onlyMissing ? before.isPresent() || terms.equals(BillingTerms.NONE)
                : terms.equals(before.orElse(BillingTerms.NONE));
        if (!stays) {
            var by = RequestContext.current().map(RequestContext::actor).orElse("system");
            table.add(tenant, terms, time.now(tenant), by);
            audit.record(tenant, "billing.terms-changed", "billing/terms", before.orElse(null), terms);
        }
    }
}
