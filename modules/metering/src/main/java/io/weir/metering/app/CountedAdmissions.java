package io.weir.metering.app;

import io.weir.metering.api.Decision;
import io.weir.metering.api.UsageEvents.Ack;
import io.weir.metering.domain.Answer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Histogram;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Timer;

/** The gate's figures at {@code /metrics}, brought up once a batch and not once a call. */
@ApplicationScoped
public class CountedAdmissions implements AdmissionTally {
    private final Counter admitted;
    private final Counter refused;
    private final Counter stale;
    private final Counter settled;
    private final Counter eventsAccepted;
    private final Counter eventsDuplicate;
    private final Histogram batchSize;
    private final Timer batchTime;

    protected CountedAdmissions() {
        this.admitted = null;
        this.refused = null;
        this.stale = null;
        this.settled = null;
        this.eventsAccepted = null;
        this.eventsDuplicate = null;
        this.batchSize = null;
        this.batchTime = null;
    }

    @Inject
    public CountedAdmissions(MetricRegistry registry) {
        this.admitted = registry.counter("weir_admission_admitted");
        this.refused = registry.counter("weir_admission_refused");
        this.stale = registry.counter("weir_admission_stale");
        this.settled = registry.counter("weir_admission_settled");
        this.eventsAccepted = registry.counter("weir_events_accepted");
        this.eventsDuplicate = registry.counter("weir_events_duplicate");
        this.batchSize = registry.histogram("weir_admission_batch_size");
        this.batchTime = registry.timer("weir_admission_batch");
    }

    @Override
    public void decided(List<Answer> answers, long nanos) {
        admitted.inc(count(answers, Decision.Admitted.class));
        refused.inc(count(answers, Decision.Exhausted.class) + count(answers, Decision.Capped.class));
        stale.inc(count(answers, Decision.Stale.class));
        settled.inc(answers.stream().filter(Answer.Settled.class::isInstance).count());
        eventsAccepted.inc(reported(answers, Ack.Accepted.class));
        eventsDuplicate.inc(reported(answers, Ack.Duplicate.class));
        batchSize.update(answers.size());
        batchTime.update(Duration.ofNanos(nanos));
    }

    private static long count(List<Answer> answers, Class<? extends Decision> kind) {
        return answers.stream().filter(a -> a instanceof Answer.Decided decided && kind.isInstance(decided.decision()))
                .count();
    }

    private static long reported(List<Answer> answers, Class<? extends Ack> kind) {
        return answers.stream().filter(a -> a instanceof Answer.Reported reported && kind.isInstance(reported.ack()))
                .count();
    }
}
