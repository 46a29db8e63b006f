package io.weir.notifications.internal;

import io.weir.kernel.api.TenantId;
import java.util.Optional;

/**
 * A mail to write. The address and the subject become headers, so neither may hold a line break: an address with one
 * is refused, a subject is made one line of at most 255 characters. {@code confidential}: the body holds a secret for
 * its reader alone. {@code enclosure}: what goes along.
 */
record Letter(TenantId tenant, String to, String subject, String body, boolean confidential,
        Optional<Enclosure> enclosure) {
    private static final int LONGEST_SUBJECT = 255;

    Letter {
        if (to.isBlank() || !to.equals(oneLine(to))) {
            throw new IllegalArgumentException("not a mail address: " + oneLine(to));
        }
        subject = shortened(oneLine(subject));
    }

    /** With nothing enclosed. */
    Letter(TenantId tenant, String to, String subject, String body, boolean confidential) {
        this(tenant, to, subject, body, confidential, Optional.empty());
    }

    /** Every run of control characters and line or paragraph separators becomes one space. */
    static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_SUBJECT ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_SUBJECT));
    }
}
