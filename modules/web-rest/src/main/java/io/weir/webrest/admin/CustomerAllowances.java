package io.weir.webrest.admin;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.metering.api.Allowances;
import io.weir.metering.api.Allowances.Adjustment;
import io.weir.metering.api.Meter;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.Meters;
import io.weir.metering.api.Units;
import io.weir.platform.api.Ids;
import io.weir.platform.api.Time;
import io.weir.tenancy.api.Accounts;
import io.weir.webrest.http.Texts;
import io.weir.webrest.metering.Quantities;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What a customer may use, for its tenant's administrators to see and to correct. */
@ApplicationScoped
class CustomerAllowances {
    @Inject
    Accounts accounts;
    @Inject
    Allowances allowances;
    @Inject
    Meters meters;
    @Inject
    Time time;

    List<HoldingView> of(TenantId tenant, AccountId account) {
        requireKnown(tenant, account);
        return allowances.holdings(tenant, account).stream().map(HoldingView::of).toList();
    }

    /** A new adjustment each time: that a repeated request is one is the idempotency key's business. */
    BalanceView adjust(TenantId tenant, AccountId account, GrantRequest grant) {
        requireKnown(tenant, account);
        var meter = meters.find(tenant, new MeterKey(Texts.trimmed(grant.meter())))
                .orElseThrow(() -> Refusal.invalidField("meter", "METER_UNKNOWN").asException());
        var until = Optional.ofNullable(grant.until());
        if (until.filter(end -> !end.isAfter(time.now(tenant))).isPresent()) {
            throw Refusal.invalidField("until", "IN_THE_PAST").asException();
        }
        allowances.adjust(tenant, account, new Adjustment(meter.key(), signed(grant.quantity(), meter), until,
                "adjustment/" + Ids.next(), Texts.trimmed(grant.reason())));
        return BalanceView.of(allowances.balance(tenant, account, meter.key()));
    }

    /** Another tenant's is as unknown as none; metering knows accounts by id alone. */
    private void requireKnown(TenantId tenant, AccountId account) {
        accounts.account(tenant, account);
    }

    static long signed(BigDecimal quantity, Meter meter) {
        long smallest = Quantities.toSmallest("quantity", quantity, meter);
        if (smallest == 0 || smallest < -Units.MOST || smallest > Units.MOST) {
            throw Refusal.invalidField("quantity", "OUT_OF_RANGE").asException();
        }
        return smallest;
    }
}
