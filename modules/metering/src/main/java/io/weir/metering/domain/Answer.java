package io.weir.metering.domain;

import io.weir.kernel.api.Refusal;
import io.weir.metering.api.Decision;
import io.weir.metering.api.Settlement;
import io.weir.metering.api.UsageEvents;

/** What a batch answers to one {@link Ask}. */
public sealed interface Answer {
    /** To a charge or a reserve. */
    record Decided(Decision decision) implements Answer {
    }

    /** To a settle. */
    record Settled(Settlement settlement) implements Answer {
    }

    /** To a release or an expire: whether anything was given back. */
    record GivenBack(boolean changed) implements Answer {
    }

    /** To a report. */
    record Reported(UsageEvents.Ack ack) implements Answer {
    }

    /** An expected no to a settle or a release. */
    record Refused(Refusal refusal) implements Answer {
    }
}
