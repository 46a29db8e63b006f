package io.weir.metering.sim;

import static io.weir.metering.Specimens.CALLS;
import static io.weir.metering.Specimens.CREDITS;
import static io.weir.metering.Specimens.holder;

import io.weir.metering.api.MeterKey;
import io.weir.metering.api.Overage;
import io.weir.metering.domain.Allowance;
import io.weir.metering.domain.Figures;
import io.weir.metering.domain.Holder;
import io.weir.metering.domain.Lifetime;
import io.weir.metering.domain.Moments;
import io.weir.metering.domain.Remembered;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What happens besides calls: periods roll over, grants arrive when units are short, caps are set, time passes. */
final class Market {
    static final List<Holder> HOLDERS = List.of(holder(1), holder(2));
    static final List<MeterKey> METERS = List.of(CALLS, CREDITS);
    private final World world;

    Market(World world) {
        this.world = world;
    }

    void begin() {
        for (var holder : HOLDERS) {
            for (var meter : METERS) {
                if (world.chance(90)) {
                    open(holder, meter);
                }
                if (world.chance(30)) {
                    cap(holder, meter);
                }
            }
        }
    }

    /** Like everybody who changes an account's allowances, only when nobody has locked it. */
    void moveOn() {
        if (world.chance(20)) {
            world.clock.advance(world.random.nextInt(world.chance(10) ? 200_000 : 2_000));
        }
        var holder = HOLDERS.get(world.random.nextInt(2));
        if (!world.database.isFree(holder)) {
            return;
        }
        var meter = METERS.get(world.random.nextInt(2));
        if (world.chance(12)) {
            open(holder, meter);
        } else if (world.chance(12)) {
            raise(holder, meter);
        }
    }

    private void open(Holder holder, MeterKey meter) {
        var now = world.clock.now();
        var end = world.chance(25) ? Optional.<Instant>empty()
                : Optional.of(now.plusSeconds(1 + world.random.nextInt(20_000)));
        var rule = Overage.parse(List.of("refuse", "refuse", "20%", "allow").get(world.random.nextInt(4)));
        world.database.tables.put(new Allowance(world.newId(), holder, meter,
                new Lifetime(now, end, Optional.empty(), Optional.empty(), now),
                new Figures(world.random.nextInt(30), 0, 0, 0, rule)));
    }

    private void raise(Holder holder, MeterKey meter) {
        var now = world.clock.now();
        world.database.tables.allowances.values().stream()
                .filter(a -> a.holder().equals(holder) && a.meter().equals(meter) && a.lifetime().openAt(now))
                .findFirst().ifPresent(a -> {
                    var f = a.figures();
                    world.database.tables.put(new Allowance(a.id(), holder, meter, a.lifetime(), new Figures(
                            f.granted() + 1 + world.random.nextInt(10), f.used(), f.reserved(), f.overage(),
                            f.rule())));
                });
    }

    private void cap(Holder holder, MeterKey meter) {
        var month = Moments.Local.of(world.clock.now(), ZoneOffset.UTC).month();
        world.database.tables.put(new Remembered(holder, meter, OptionalLong.of(world.random.nextInt(25)), 0,
                Optional.of(month.from()), Optional.empty(), 0));
    }
}
