package io.weir.webrest.metering;

import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.RefusedException;
import io.weir.metering.api.Meter;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** The gate's refusals count in a meter's smallest parts; what leaves the house speaks of its units. */
public final class QuotaRefusals {
    private static final List<String> FIGURES = List.of("currentUsage", "limit");

    private QuotaRefusals() {
    }

    public static <T> CompletionStage<T> inUnits(CompletionStage<T> work, Meter meter) {
        return meter.decimals() == 0 ? work : work.exceptionally(failure -> {
            throw new CompletionException(inUnits(failure, meter));
        });
    }

    private static Throwable inUnits(Throwable failure, Meter meter) {
        var cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return cause instanceof RefusedException refused ? inUnits(refused.refusal(), meter).asException() : cause;
    }

    static Refusal inUnits(Refusal refusal, Meter meter) {
        if (refusal.kind() != Refusal.Kind.LIMITED) {
            return refusal;
        }
        var changed = refusal;
        for (var figure : FIGURES) {
            if (refusal.members().get(figure) instanceof Long smallest) {
                changed = changed.with(figure, Quantities.toUnits(smallest, meter));
            }
        }
        return changed;
    }
}
