package io.weir.metering.domain;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * What a batch has to read and lock: its accounts by tenant, the reservations and events it is about, since when ended
 * allowances matter to each tenant's late events, and whether anybody's credentials could be stale.
 */
public record Agenda(Map<TenantId, Set<AccountId>> accounts, Map<Holder, Set<UUID>> reservations,
        Map<Holder, Set<EventKey>> events, Map<TenantId, Instant> reopened, boolean credentials) {
    public static Agenda of(List<Ask> asks) {
        Map<TenantId, Set<AccountId>> accounts = new TreeMap<>(Comparator.comparing(TenantId::value));
        Map<Holder, Set<UUID>> reservations = new HashMap<>();
        Map<Holder, Set<EventKey>> events = new HashMap<>();
        Map<TenantId, Instant> reopened = new HashMap<>();
        boolean credentials = false;
        for (var ask : asks) {
            var holder = ask.holder();
            accounts.computeIfAbsent(holder.tenant(), t -> new TreeSet<>(Comparator.comparing(AccountId::value)))
                    .add(holder.account());
            ask.about().ifPresent(id -> reservations.computeIfAbsent(holder, h -> new HashSet<>()).add(id));
            credentials |= ask.verifiedAt() != Long.MAX_VALUE;
            if (ask instanceof Ask.Report report) {
                events.computeIfAbsent(holder, h -> new HashSet<>()).add(report.key());
                report.reopens().ifPresent(since -> reopened.merge(holder.tenant(), since, Agenda::earlier));
            }
        }
        return new Agenda(accounts, reservations, events, reopened, credentials);
    }

    /** Allowances that ended after this moment are to be locked. */
    public Instant since(TenantId tenant, Instant now) {
        return earlier(now, reopened.getOrDefault(tenant, now));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
