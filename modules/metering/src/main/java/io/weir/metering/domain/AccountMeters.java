package io.weir.metering.domain;

import io.weir.kernel.api.Period;
import io.weir.metering.api.MeterKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is remembered of the batch's meters, brought forward ask by ask. Where there is nothing, nothing is written:
 * most accounts have no cap and are far from their limits.
 */
final class AccountMeters {
    private final Map<Key, Remembered> before = new HashMap<>();
    private final Map<Key, Remembered> now = new LinkedHashMap<>();

    AccountMeters(Collection<Remembered> locked) {
        locked.forEach(row -> before.put(new Key(row.holder(), row.meter()), row));
        now.putAll(before);
    }

    /** Absent where there is no row. */
    Optional<Remembered> of(Claim claim) {
        return now.isEmpty() ? Optional.empty() : Optional.ofNullable(now.get(key(claim)));
    }

    void spend(Claim claim, long quantity, Period month) {
        of(claim).ifPresent(row -> now.put(key(claim), row.spend(quantity, month)));
    }

    void announced(Claim claim, String basis, int level) {
        var row = of(claim).orElseGet(() -> Remembered.nothing(claim.holder(), claim.meter()));
        now.put(key(claim), row.announced(basis, level));
    }

    List<Remembered> changes() {
        return now.entrySet().stream().filter(entry -> !entry.getValue().equals(before.get(entry.getKey())))
                .map(Map.Entry::getValue).toList();
    }

    private static Key key(Claim claim) {
        return new Key(claim.holder(), claim.meter());
    }

    private record Key(Holder holder, MeterKey meter) {
    }
}
