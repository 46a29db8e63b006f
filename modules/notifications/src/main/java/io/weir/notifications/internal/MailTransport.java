package io.weir.notifications.internal;

import jakarta.mail.MessagingException;
import java.time.Instant;

/** Hands one mail to a server, which is then answerable for it. */
interface MailTransport {
    void send(SmtpServer server, DueMail mail, Instant at) throws MessagingException;
}
