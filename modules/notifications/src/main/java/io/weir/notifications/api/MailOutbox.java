package io.weir.notifications.api;

import io.weir.kernel.api.Page;
import io.weir.kernel.api.TenantId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Mails to send, sent and failed, for administrators. Without SMTP they are kept here to be read ({@code unsent}) and
 * logged.
 */
public interface MailOutbox {
    /** Newest first. */
    Page<Mail> page(TenantId tenant, Page.Request page);

    /**
     * {@code status}: queued, sent, failed (given up after 10 attempts), or unsent (no SMTP server is configured). The
     * body of a mail with a secret in it is shown only when unsent, being empty otherwise: an administrator is not its
     * reader.
     */
    record Mail(UUID id, String to, String subject, String body, String status, int attempts,
                Optional<String> lastError, Instant createdAt, Optional<Instant> sentAt) {
    }
}
