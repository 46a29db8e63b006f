package io.weir.billing.domain.simulation;

import io.weir.metering.api.Overage;
import io.weir.subscriptions.api.Plan;
import java.math.BigInteger;

/**
 * How much of a meter a plan lets through in a period, in smallest units: its quota, and beyond it what its rule for
 * overage counts, as if all had been reported afterwards. Of a meter that the plan does not have, nothing.
 */
public record Limit(long quota, long most) {
    private static final BigInteger HUNDRED = BigInteger.valueOf(100);

    public static Limit of(Plan plan, String meter) {
        var quota = plan.quotas().get(meter);
        return quota == null ? new Limit(0, 0) : new Limit(quota, most(quota, plan.overage()));
    }

    private static long most(long quota, Overage rule) {
        if (rule.percent().isEmpty()) {
            return Long.MAX_VALUE;
        }
        return BigInteger.valueOf(quota).multiply(BigInteger.valueOf(rule.percent().getAsInt())).divide(HUNDRED)
                .add(BigInteger.valueOf(quota)).longValueExact();
    }

    public long letThrough(long used) {
        return Math.min(used, most);
    }

    public long blocked(long used) {
        return used - letThrough(used);
    }
}
