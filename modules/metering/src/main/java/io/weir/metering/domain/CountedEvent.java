package io.weir.metering.domain;

import io.weir.metering.api.UsageEvent;

/** An event that this batch counts, and the usage it becomes. */
public record CountedEvent(EventKey key, UsageEvent event, Usage usage) {
}
