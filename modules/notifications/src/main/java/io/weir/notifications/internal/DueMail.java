package io.weir.notifications.internal;

import java.util.UUID;

/**
 * A mail that this node has taken to deliver. {@code attempt} counts from 1 and tells this taking from any later one.
 */
record DueMail(UUID id, Letter letter, int attempt) {
}
