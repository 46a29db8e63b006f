package io.weir.metering.domain;

import static io.weir.metering.Specimens.ACME;
import static io.weir.metering.Specimens.CALLS;
import static io.weir.metering.Specimens.FACTS;
import static io.weir.metering.Specimens.NOON;
import static io.weir.metering.Specimens.NOW;
import static io.weir.metering.Specimens.TENANT;
import static io.weir.metering.Specimens.allowance;
import static io.weir.metering.Specimens.demand;
import static io.weir.metering.Specimens.id;
import static io.weir.metering.Specimens.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.weir.metering.MemoryStore;
import io.weir.metering.Specimens;
import io.weir.metering.api.Decision;
import io.weir.metering.api.Meter.LateEvents;
import io.weir.metering.api.Overage;
import io.weir.metering.api.Units;
import io.weir.metering.api.UsageEvent;
import io.weir.metering.api.UsageEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random batches against {@link UnitByUnit}: however demands fall into batches, the outcome is that of one after the
 * other.
 */
class RandomBatchesTest {
    private Random random;
    private MemoryStore store;
    private UnitByUnit model;
    private int nextId;
    private final List<Integer> open = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610, 987, 1597})
    void batches_are_as_one_after_the_other(long seed) {
        random = new Random(seed);
        nextId = 1000;
        var allowances = allowances();
        store = new MemoryStore(allowances.toArray(Allowance[]::new));
        model = new UnitByUnit(allowances);
        for (int batch = 0; batch < 200; batch++) {
            runBatch();
            for (var allowance : allowances) {
                assertThat(store.figures(allowance.id())).isEqualTo(model.figures(allowance.id()));
            }
            assertThat(store.usages().stream().mapToLong(Usage::quantity).sum()).isEqualTo(model.usage())
                    .isEqualTo(allowances.stream().mapToLong(a -> store.figures(a.id()).used()
                            + store.figures(a.id()).overage()).sum());
        }
    }

    private List<Allowance> allowances() {
        var allowances = new ArrayList<Allowance>();
        for (int i = 1; i <= 1 + random.nextInt(5); i++) {
            var lifetime = random.nextInt(6) == 0 ? until(NOON)
                    : new Lifetime(NOON.minusSeconds(99), random.nextBoolean() ? Optional.empty()
                            : Optional.of(NOON.plusSeconds(i % 3 + 1)),
                            random.nextInt(6) == 0 ? Optional.of(NOON) : Optional.empty(), Optional.empty(),
                            NOON.minusSeconds(random.nextInt(3)));
            var rule = Overage.parse(List.of("refuse", "10%", "allow").get(random.nextInt(3)));
            allowances.add(allowance(ACME, i, new Figures(random.nextInt(400), 0, 0, 0, rule), lifetime));
        }
        return allowances;
    }

    private void runBatch() {
        var agenda = new Agenda(Map.of(TENANT, Set.of(ACME.account())),
                Map.of(ACME, open.stream().map(Specimens::id).collect(Collectors.toSet())), Map.of(), Map.of(), false);
        var gate = new Gate(store.lock(agenda, NOW), NOW,
                () -> id(nextId++));
        var before = new ArrayList<>(open);
        for (int i = 0; i < 1 + random.nextInt(20); i++) {
            long quantity = 1 + random.nextInt(5);
            int verb = random.nextInt(5);
            if (verb == 4) {
                report(gate, quantity);
            } else if (verb == 0 || before.isEmpty() && verb > 1) {
                assertThat(admitted(gate.decide(new Ask.Charge(demand(ACME, quantity), FACTS))))
                        .isEqualTo(model.charge(quantity));
            } else if (verb == 1) {
                reserve(gate, quantity);
            } else {
                end(gate, before.remove(random.nextInt(before.size())), quantity, verb == 2);
            }
        }
        if (random.nextInt(5) > 0) {
            gate.decide(new Ask.Charge(demand(ACME, 1_000_000), FACTS));
        }
        store.write(gate.changes(), new UUID(0, 0), NOW);
        store.commit();
    }

    private void reserve(Gate gate, long quantity) {
        int reservation = nextId;
        boolean admitted = admitted(gate.decide(new Ask.Reserve(demand(ACME, quantity))));
        assertThat(admitted).isEqualTo(model.reserve(reservation, quantity));
        if (admitted) {
            open.add(reservation);
        }
    }

    private void report(Gate gate, long quantity) {
        var event = new UsageEvent(ACME.account(), "random", Integer.toString(nextId), NOON,
                new Units(CALLS, quantity), FACTS, new byte[] {1});
        var answer = (Answer.Reported) gate.decide(new Ask.Report(TENANT, event, LateEvents.NEXT_PERIOD, NOON, 0));
        assertThat(answer.ack() instanceof UsageEvents.Ack.Accepted).isEqualTo(model.report(quantity));
    }

    private void end(Gate gate, Integer reservation, long quantity, boolean commit) {
        open.remove(reservation);
        if (commit) {
            var answer = (Answer.Settled) gate.decide(new Ask.Settle(ACME, id(reservation), hold -> quantity,
                    FACTS));
            assertThat(answer.settlement().first().charged()).isEqualTo(model.settle(reservation, quantity));
        } else {
            assertThat(gate.decide(new Ask.Release(ACME, id(reservation)))).isEqualTo(new Answer.GivenBack(true));
            model.release(reservation);
        }
    }

    private static boolean admitted(Answer answer) {
        return ((Answer.Decided) answer).decision() instanceof Decision.Admitted;
    }
}
