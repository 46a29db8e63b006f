package io.weir.billing.app;

import io.weir.billing.api.Explanations;
import io.weir.billing.domain.LineViews;
import io.weir.billing.domain.pricing.Explained;
import io.weir.billing.domain.pricing.Line;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import io.weir.metering.api.Allowances;
import io.weir.metering.api.Allowances.Holding;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.UsageLog;
import io.weir.subscriptions.api.PricedPeriods.Priced;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Why a line costs what it does: from its basis, with the grants and the usage that metering has of its period. */
@ApplicationScoped
public class LineReasons {
    private static final int ROWS = 20;
    private Allowances allowances;
    private UsageLog log;

    protected LineReasons() {
    }

    @Inject
    public LineReasons(Allowances allowances, UsageLog log) {
        this.allowances = allowances;
        this.log = log;
    }

    /** @param period whose usage it is for, where it is for usage */
    Explanations.Line of(TenantId tenant, AccountId account, Line line, Optional<Priced> period) {
        return LineViews.of(line, used -> usage(tenant, account, used, period));
    }

    private Explanations.Usage usage(TenantId tenant, AccountId account, Explained.Used used,
            Optional<Priced> period) {
        var until = used.period().until().orElseThrow();
        var meter = new MeterKey(used.meter());
        var page = log.page(tenant, new UsageLog.Query(Optional.of(account), used.period().from(), until,
                Optional.of(meter), Optional.empty(), Optional.empty(), Optional.empty()), Optional.empty(), ROWS);
        return new Explanations.Usage(used.meter(), used.decimals(), used.used(), used.included(), used.billed(),
                LineViews.steps(used), used.period().from(), until, holdings(tenant, period, meter), page.entries(),
                page.next());
    }

    /** What was granted for a period, of one meter; nothing where there is no period. */
    List<Holding> holdings(TenantId tenant, Optional<Priced> period, MeterKey meter) {
        return period.map(of -> allowances.ofSource(tenant, of.account(), of.source())).orElse(List.of())
                .stream().filter(holding -> holding.meter().key().equals(meter)).toList();
    }
}
