package io.weir.payments.app;

import io.weir.kernel.api.TenantId;
import io.weir.payments.store.PaymentEnds;
import io.weir.platform.api.DueWork;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;

/** Payments that nobody paid in time run out where a moved clock meets their end: closed at the gateway, and here. */
@ApplicationScoped
public class PaymentsByClock implements DueWork {
    private static final int MOST = 1000;

    @Inject
    PaymentEnds ends;
    @Inject
    Asking asking;
    @Inject
    Time time;

    @Override
    public Optional<Instant> nextDue(TenantId tenant, Instant after) {
        return ends.next(tenant, after);
    }

    @Override
    public void runDue(TenantId tenant) {
        ends.over(tenant, time.now(tenant), MOST).forEach(payment -> asking.ask(tenant, payment));
    }
}
