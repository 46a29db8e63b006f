package io.weir.subscriptions.api;

import java.time.Instant;

/**
 * A plan as it was from {@code since} until its next version. {@code by}: who changed it, a user's or key's id, or
 * {@code system}.
 */
public record PlanVersion(Plan plan, Instant since, String by) {
}
