package io.weir.metering;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import io.weir.metering.api.CallFacts;
import io.weir.metering.api.Demand;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.Overage;
import io.weir.metering.api.Units;
import io.weir.metering.domain.Allowance;
import io.weir.metering.domain.Claim;
import io.weir.metering.domain.Figures;
import io.weir.metering.domain.Holder;
import io.weir.metering.domain.Lifetime;
import io.weir.metering.domain.Moments;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** What most tests need. */
public final class Specimens {
    public static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    public static final TenantId TENANT = new TenantId(new UUID(1, 1));
    public static final Holder ACME = holder(1);
    public static final MeterKey CALLS = MeterKey.CALLS;
    public static final Claim ACME_CALLS = new Claim(ACME, CALLS, NOON);
    public static final Moments NOW = new Moments(NOON, Map.of(TENANT, Moments.Local.of(NOON, ZoneOffset.UTC)));
    public static final CallFacts FACTS = new CallFacts("/api/chat", Optional.empty(), Optional.of("m1"), 200,
            OptionalInt.of(120), 7, Optional.empty());
    public static final MeterKey CREDITS = new MeterKey("credits");

    private Specimens() {
    }

    public static Holder holder(int number) {
        return new Holder(TENANT, new AccountId(new UUID(2, number)));
    }

    public static UUID id(int number) {
        return new UUID(3, number);
    }

    public static Lifetime until(Instant end) {
        return new Lifetime(NOON.minusSeconds(3600), Optional.ofNullable(end), Optional.empty(), Optional.empty(),
                NOON.minusSeconds(3600));
    }

    public static Lifetime forEver() {
        return until(null);
    }

    public static Allowance allowance(int number, long granted, Lifetime lifetime) {
        return allowance(ACME, number, figures(granted, 0, 0), lifetime);
    }

    /** Without overage. */
    public static Figures figures(long granted, long used, long reserved) {
        return new Figures(granted, used, reserved, 0, Overage.REFUSE);
    }

    public static Allowance allowance(MeterKey meter, int number, Figures figures, Lifetime lifetime) {
        return new Allowance(id(number), ACME, meter, lifetime, figures);
    }

    public static Allowance allowance(Holder holder, int number, Figures figures, Lifetime lifetime) {
        return new Allowance(id(number), holder, CALLS, lifetime, figures);
    }

    public static Demand demand(Holder holder, long quantity) {
        return demand(holder, quantity, Long.MAX_VALUE);
    }

    public static Demand demand(Holder holder, long quantity, long credentialEpoch) {
        return Demand.of(holder.tenant(), holder.account(), CALLS, quantity, credentialEpoch)
                .heldFor(Duration.ofMinutes(1));
    }

    /** Several meters at once. */
    public static Demand demand(Units... units) {
        return new Demand(TENANT, ACME.account(), List.of(units), List.of(), Long.MAX_VALUE, Optional.empty(),
                Duration.ofMinutes(1));
    }
}
