package io.weir.notifications.internal;

import java.util.UUID;

/**
 * An invoice that goes along with a mail: whose (an account's id) and which. Kept as these ids, and made when the mail
 * leaves; what is final makes the same file every time.
 */
record Enclosure(UUID account, UUID invoice) {
}
