package io.weir.metering.app;

import io.weir.platform.api.Time;
import java.util.concurrent.Executor;

/**
 * What all flushers of a node share. {@code answering} runs what callers do with their answers, which may take as long
 * as it likes; {@code patienceNanos} is how long a demand may wait in the queue, and a batch for the database.
 */
record FlusherTerms(int queueLength, long patienceNanos, Time time, Months months, Executor answering,
        AdmissionTally tally) {
}
