package io.weir.billing.app;

import io.weir.billing.domain.InvoiceBook;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.DueWork;
import io.weir.platform.api.TenantScoped;
import io.weir.subscriptions.api.Lifecycle;
import io.weir.subscriptions.api.PricedPeriods;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** Invoices are made where a moved clock meets the moment for them. */
@ApplicationScoped
public class BillingByClock implements DueWork {
    @Inject
    PricedPeriods periods;
    @Inject
    Lifecycle lifecycle;
    @Inject
    InvoiceBook book;
    @Inject
    InvoiceParties parties;
    @Inject
    Closing closing;

    @Override
    @Transactional
    @TenantScoped
    public Optional<Instant> nextDue(TenantId tenant, Instant after) {
        var ahead = Duration.ofDays(parties.deadlines(tenant).renewalDays());
        return Stream.of(periods.nextOver(tenant, after), book.nextDraft(after),
                lifecycle.nextEnd(tenant, after.plus(ahead)).map(end -> end.minus(ahead)))
                .flatMap(Optional::stream).min(Instant::compareTo);
    }

    @Override
    public void runDue(TenantId tenant) {
        closing.runDue(tenant, () -> true);
    }
}
