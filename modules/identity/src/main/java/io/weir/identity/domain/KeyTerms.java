package io.weir.identity.domain;

import io.weir.identity.api.ApiKeys.NewKey;
import io.weir.identity.api.ServiceKeys.NewServiceKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a key is allowed: its name, tier (a plan's slug, empty for a service's), end, network addresses and requests a
 * minute, all fit to be kept.
 */
public record KeyTerms(String name, String tier, Optional<Instant> expiresAt, AllowedAddresses allowed,
                       OptionalInt requestsPerMinute) {
    private static final int LONGEST = 100;
    private static final int MOST_A_MINUTE = 1_000_000;
    private static final String NO_TIER = "";

    public static KeyTerms of(NewKey key, Instant now) {
        var complaints = new Complaints();
        var name = text(key.name(), "name", complaints);
        var tier = text(key.tier(), "tier", complaints);
        var bounds = new Bounds(key.expiresAt(), key.allowedCidrs(), key.requestsPerMinute());
        return bounds.terms(name, tier, now, complaints);
    }

    public static KeyTerms of(NewServiceKey key, Instant now) {
        var complaints = new Complaints();
        var name = text(key.name(), "name", complaints);
        var bounds = new Bounds(key.expiresAt(), key.allowedCidrs(), key.requestsPerMinute());
        return bounds.terms(name, NO_TIER, now, complaints);
    }

    /** What limits either kind of key. */
    private record Bounds(Optional<Instant> end, List<String> cidrs, OptionalInt perMinute) {
        KeyTerms terms(String name, String tier, Instant now, Complaints complaints) {
            complaints.addIf(end.filter(at -> !at.isAfter(now)).isPresent(), "expiresAt", "IN_THE_PAST");
            complaints.addIf(perMinute.isPresent() && (perMinute.getAsInt() < 1
                    || perMinute.getAsInt() > MOST_A_MINUTE), "requestsPerMinute", "OUT_OF_RANGE");
            var allowed = AllowedAddresses.of(cidrs, complaints);
            complaints.refuseIfAny();
            return new KeyTerms(name, tier, end, allowed, perMinute);
        }
    }

    private static String text(String text, String field, Complaints complaints) {
        var kept = text == null ? "" : text.strip();
        complaints.addIf(kept.isEmpty(), field, "REQUIRED");
        complaints.addIf(kept.length() > LONGEST, field, "TOO_LONG");
        complaints.addIf(kept.codePoints().anyMatch(Character::isISOControl), field, "BAD_CHARACTERS");
        return kept;
    }
}
