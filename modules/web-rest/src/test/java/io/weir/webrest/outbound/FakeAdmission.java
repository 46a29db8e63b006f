package io.weir.webrest.outbound;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import io.weir.metering.api.Actual;
import io.weir.metering.api.Admission;
import io.weir.metering.api.CallFacts;
import io.weir.metering.api.Decision;
import io.weir.metering.api.Demand;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.Settlement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Holds ten of {@code calls} and notes how that ended. */
public final class FakeAdmission implements Admission {
    public static final Held HELD = new Held(new TenantId(new UUID(0, 1)), new AccountId(new UUID(0, 4)),
            new UUID(0, 9));
    public final List<String> ends = new ArrayList<>();
    public RuntimeException next;

    @Override
    public CompletionStage<Decision> charge(Demand demand, CallFacts facts) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<Decision> reserve(Demand demand) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<Settlement> settle(Held held, Actual actual, CallFacts facts) {
        if (next != null) {
            var failure = next;
            next = null;
            return CompletableFuture.failedStage(failure);
        }
        long used = actual.of(new Actual.Hold(MeterKey.CALLS, 10, Optional.empty()));
        ends.add("settled " + used);
        return CompletableFuture.completedStage(new Settlement(held.reservation(),
                List.of(new Settlement.Line(MeterKey.CALLS, Optional.empty(), used, used, 0, 90))));
    }

    @Override
    public CompletionStage<Void> release(Held held) {
        ends.add("released");
        return CompletableFuture.completedStage(null);
    }
}
