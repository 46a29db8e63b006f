package io.weir.payments.app;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Page;
import io.weir.kernel.api.TenantId;
import io.weir.kernel.api.UserId;
import io.weir.payments.api.Decision;
import io.weir.payments.api.Decision.Status;
import io.weir.payments.api.Decisions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Has what was agreed to done by whoever does such things, in a transaction of theirs. */
@ApplicationScoped
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class TwoPeople implements Decisions {
    @Inject
    DecisionSteps steps;
    @Inject
    AskedRefunds refunds;
    @Inject
    CreditByHand credit;
    @Inject
    LineSteps lines;

    @Override
    public Page<Decision> page(TenantId tenant, Status status, Page.Request page) {
        return steps.page(tenant, status, page);
    }

    @Override
    public Decision decision(TenantId tenant, UUID decision) {
        return steps.required(tenant, decision);
    }

    @Override
    public List<Decision> waiting(TenantId tenant, AccountId account) {
        return steps.waiting(tenant, account);
    }

    @Override
    public Decision confirm(TenantId tenant, UUID id, UserId by) {
        var waiting = steps.requiredWaiting(tenant, id);
        switch (waiting.kind()) {
            case REFUND, HAND_REFUND -> refunds.confirm(tenant, waiting, by);
            case CREDIT, PAY_OUT -> credit.confirm(tenant, waiting, by);
            case LINE_CREDIT -> lines.confirm(tenant, waiting, by);
        }
        return steps.required(tenant, id);
    }

    @Override
    public Decision withdraw(TenantId tenant, UUID id, UserId by, String note) {
        var waiting = steps.requiredWaiting(tenant, id);
        if (waiting.about().line().isPresent()) {
            lines.reopen(tenant, waiting.about().line().get(), by);
        } else {
            steps.withdraw(tenant, id, by, note);
        }
        return steps.required(tenant, id);
    }
}
