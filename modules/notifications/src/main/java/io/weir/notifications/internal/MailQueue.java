package io.weir.notifications.internal;

import java.util.Optional;

/** The mails on their way. Whoever lost a mail to a later taker reports in vain. */
interface MailQueue {
    /** In the caller's transaction, which is the one of the fact that the mail tells. */
    void add(Letter letter);

    /** Takes the mail that has been due longest, for a while in which nobody else gets it. */
    Optional<DueMail> take();

    void sent(DueMail mail);

    /** There is no server to send it to. */
    void unsent(DueMail mail);

    /** Due again later, or given up. */
    void failed(DueMail mail, String error);
}
