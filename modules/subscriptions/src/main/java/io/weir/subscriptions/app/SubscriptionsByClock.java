package io.weir.subscriptions.app;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.ClockJournal;
import io.weir.platform.api.DueWork;
import io.weir.subscriptions.store.DueMoments;
import io.weir.subscriptions.store.DueMoments.Touched;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Periods begin and end where a moved clock meets them. */
@ApplicationScoped
public class SubscriptionsByClock implements DueWork {
    @Inject
    DueSubscriptions due;
    @Inject
    DueMoments moments;
    @Inject
    Calendars calendars;
    @Inject
    ClockJournal journal;

    @Override
    public Optional<Instant> nextDue(TenantId tenant, Instant after) {
        return moments.next(tenant, after, FreePlans.AHEAD, AgreedPlans.AHEAD);
    }

    @Override
    public void runDue(TenantId tenant) {
        due.close(tenant, () -> true);
        var now = calendars.now(tenant);
        note(tenant, "subscription.expired", moments.expiredAt(tenant, now));
        note(tenant, "period.began", moments.begunAt(tenant, now));
    }

    private void note(TenantId tenant, String kind, List<Touched> what) {
        what.forEach(each -> journal.note(tenant, Optional.of(AccountId.of(each.account())), kind,
                "subscription/" + each.subscription()));
    }
}
