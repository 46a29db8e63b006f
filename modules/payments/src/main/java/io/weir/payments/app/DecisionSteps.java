package io.weir.payments.app;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Page;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.kernel.api.UserId;
import io.weir.payments.api.Decision;
import io.weir.payments.api.Decision.Status;
import io.weir.payments.domain.HandNote;
import io.weir.payments.store.DecisionRows;
import io.weir.platform.api.TenantScoped;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** What people move by hand, read and withdrawn, each in a transaction of its own. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
@TenantScoped
public class DecisionSteps {
    private static final int LONGEST_NOTE = 500;

    @Inject
    DecisionRows rows;
    @Inject
    HandDecisions decisions;

    public Page<Decision> page(TenantId tenant, Status status, Page.Request page) {
        return rows.page(tenant, status, page);
    }

    public List<Decision> waiting(TenantId tenant, AccountId account) {
        return rows.waiting(tenant, account);
    }

    public Decision required(TenantId tenant, UUID id) {
        return rows.find(tenant, id).orElseThrow(() -> Refusal.notFound("DECISION_NOT_FOUND").asException());
    }

    public Decision requiredWaiting(TenantId tenant, UUID id) {
        var known = required(tenant, id);
        if (!known.isWaiting()) {
            throw Refusal.conflict("DECISION_DECIDED").asException();
        }
        return known;
    }

    public void withdraw(TenantId tenant, UUID id, UserId by, String note) {
        decisions.withdraw(tenant, id, by, HandNote.of(note, LONGEST_NOTE));
    }
}
