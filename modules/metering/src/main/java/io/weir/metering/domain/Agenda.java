package io.weir.metering.domain;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
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
 * What a batch has to read and lock: its accounts by tenant, the reservations it is about, and whether anybody's
 * credentials could be stale.
 */
public record Agenda(Map<TenantId, Set<AccountId>> accounts, Map<Holder, Set<UUID>> reservations, boolean credentials) {
    public static Agenda of(List<Ask> asks) {
        Map<TenantId, Set<AccountId>> accounts = new TreeMap<>(Comparator.comparing(TenantId::value));
        Map<Holder, Set<UUID>> reservations = new HashMap<>();
        boolean credentials = false;
        for (var ask : asks) {
            accounts.computeIfAbsent(ask.holder().tenant(), t -> new TreeSet<>(Comparator.comparing(AccountId::value)))
                    .add(ask.holder().account());
            ask.about().ifPresent(id -> reservations.computeIfAbsent(ask.holder(), h -> new HashSet<>()).add(id));
            credentials |= ask.verifiedAt() != Long.MAX_VALUE;
        }
        return new Agenda(accounts, reservations, credentials);
    }
}
