package io.weir.metering.api;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What was used between moments that need not be whole hours, for who prices it. From the hourly rollups, and where a
 * moment lies within an hour from usage itself. Of usage that is forgotten ({@code usage.retention-months}) only whole
 * hours are known: such an hour counts for the time in which it begins.
 */
public interface PastUsage {
    /**
     * One account's, in order of time: by hour, and by the parts that {@code cuts} take an hour into. Where nothing was
     * used there is no step.
     *
     * @param cuts rising; the first is where to begin, the last where to end
     */
    List<Step> steps(TenantId tenant, AccountId account, List<Instant> cuts);

    /** When more than so many units of a step had been used; its beginning, where its usage is forgotten. */
    Instant passed(TenantId tenant, AccountId account, Step step, long units);

    /** By account and meter, of the hours that begin in {@code [from, until)}. Those who used nothing are left out. */
    Map<AccountId, Map<MeterKey, Long>> ofAccounts(TenantId tenant, Collection<AccountId> accounts, Instant from,
            Instant until);

    /** {@code quantity}: in smallest units, what was used in {@code [from, until)}, at most an hour. */
    record Step(MeterKey meter, Instant from, Instant until, long quantity) {
    }
}
