package io.weir.metering.app;

import io.weir.metering.domain.Answer;
import java.util.List;

/** Counts what the gate does, for those who watch the server. */
interface AdmissionTally {
    /** A batch became durable, {@code nanos} after it was taken up. */
    void decided(List<Answer> answers, long nanos);
}
