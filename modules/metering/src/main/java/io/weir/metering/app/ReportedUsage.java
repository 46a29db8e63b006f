package io.weir.metering.app;

import io.weir.kernel.api.TenantId;
import io.weir.metering.api.Meter;
import io.weir.metering.api.Meters;
import io.weir.metering.api.UsageEvent;
import io.weir.metering.api.UsageEvents;
import io.weir.metering.domain.Answer;
import io.weir.metering.domain.Ask;
import io.weir.metering.domain.Retention;
import io.weir.platform.api.Time;
import io.weir.tenancy.api.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Usage events through the gate's own batches, where they meet charges and each other in one order. What no table could
 * hold is rejected here, so that it takes no batch with it.
 */
@ApplicationScoped
public class ReportedUsage implements UsageEvents {
    private static final int LONGEST_NAME = 255;
    private static final int FINGERPRINT_BYTES = 32;
    private final GroupCommit gate;
    private final Meters meters;
    private final Tenants tenants;
    private final Time time;
    private final LateUsage late;

    protected ReportedUsage() {
        this(null, null, null, null, null);
    }

    @Inject
    public ReportedUsage(GroupCommit gate, Meters meters, Tenants tenants, Time time, LateUsage late) {
        this.gate = gate;
        this.meters = meters;
        this.tenants = tenants;
        this.time = time;
        this.late = late;
    }

    @Override
    public CompletionStage<List<Ack>> report(TenantId tenant, long credentialEpoch, List<UsageEvent> events) {
        var oldest = oldestKept(tenant);
        late.announce(tenant, events);
        var acks = events.stream().map(event -> report(tenant, event, oldest, credentialEpoch)).toList();
        return CompletableFuture.allOf(acks.toArray(CompletableFuture[]::new))
                .thenApply(all -> acks.stream().map(CompletableFuture::join).toList());
    }

    private CompletableFuture<Ack> report(TenantId tenant, UsageEvent event, Instant oldest, long credentialEpoch) {
        var rule = meters.find(tenant, event.units().meter()).map(Meter::late);
        if (rule.isEmpty()) {
            return rejected("METER_UNKNOWN");
        } else if (!isSound(event)) {
            return rejected("VALIDATION_FAILED");
        }
        return submitted(new Ask.Report(tenant, event, rule.get(), oldest, credentialEpoch));
    }

    private CompletableFuture<Ack> submitted(Ask.Report ask) {
        return gate.submit(ask).thenApply(answer -> ((Answer.Reported) answer).ack());
    }

    private static CompletableFuture<Ack> rejected(String code) {
        return CompletableFuture.completedFuture(new Ack.Rejected(code));
    }

    private static boolean isSound(UsageEvent event) {
        return event.units().quantity() > 0 && isName(event.source()) && isName(event.id())
                && event.fingerprint().length == FINGERPRINT_BYTES && SoundFacts.refusal(event.facts()).isEmpty();
    }

    private static boolean isName(String text) {
        return !text.isEmpty() && text.length() <= LONGEST_NAME;
    }

    private Instant oldestKept(TenantId id) {
        var tenant = tenants.byId(id);
        return Retention.of(tenant.setting(Retention.SETTING)).cutoff(time.now(id));
    }
}
