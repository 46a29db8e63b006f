package io.weir.identity.domain;

import io.weir.identity.api.ApiKeys.NewKey;
import java.time.Instant;
import java.util.Optional;

/** What an API key is allowed: its name, tier (a plan's slug), end and network addresses, all fit to be kept. */
public record KeyTerms(String name, String tier, Optional<Instant> expiresAt, AllowedAddresses allowed) {
    private static final int LONGEST = 100;

    public static KeyTerms of(NewKey key, Instant now) {
        var complaints = new Complaints();
        var name = text(key.name(), "name", complaints);
        var tier = text(key.tier(), "tier", complaints);
        complaints.addIf(key.expiresAt().filter(end -> !end.isAfter(now)).isPresent(), "expiresAt", "IN_THE_PAST");
        var allowed = AllowedAddresses.of(key.allowedCidrs(), complaints);
        complaints.refuseIfAny();
        return new KeyTerms(name, tier, key.expiresAt(), allowed);
    }

    private static String text(String text, String field, Complaints complaints) {
        var kept = text == null ? "" : text.strip();
        complaints.addIf(kept.isEmpty(), field, "REQUIRED");
        complaints.addIf(kept.length() > LONGEST, field, "TOO_LONG");
        complaints.addIf(kept.codePoints().anyMatch(Character::isISOControl), field, "BAD_CHARACTERS");
        return kept;
    }
}
