package io.weir.notifications.internal;

import io.weir.notifications.api.MailDelivery;
import io.weir.platform.api.Installation;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Takes one mail after another from the queue. Between taking and reporting no transaction is open, and so a mail
 * whose node dies after the server took it is sent once more: at least once, under the same Message-ID.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class QueueDelivery implements MailDelivery {
    private static final Logger LOG = Logger.getLogger(QueueDelivery.class.getName());

    private MailQueue queue;
    private MailSettings settings;
    private MailTransport transport;
    private Time time;
    private Installation installation;

    protected QueueDelivery() {
    }

    @Inject
    public QueueDelivery(MailQueue queue, MailSettings settings, MailTransport transport, Time time,
                         Installation installation) {
        this.queue = queue;
        this.settings = settings;
        this.transport = transport;
        this.time = time;
        this.installation = installation;
    }

    @Override
    public int deliverDue(int atMost) {
        int tried = 0;
        while (tried < atMost) {
            var due = queue.take();
            if (due.isEmpty()) {
                break;
            }
            deliver(due.get());
            tried++;
        }
        return tried;
    }

    /** Whatever goes wrong with one mail is remembered with it and must not keep the others waiting. */
    private void deliver(DueMail mail) {
        Optional<SmtpServer> server;
        try {
            server = settings.serverFor(mail.letter().tenant());
            if (server.isPresent()) {
                transport.send(server.get(), mail, time.now());
            }
        } catch (MessagingException | RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> "mail " + mail.id() + " was not sent, attempt " + mail.attempt());
            queue.failed(mail, Letter.oneLine(e.getClass().getSimpleName() + ": " + e.getMessage()));
            return;
        }
        if (server.isPresent()) {
            queue.sent(mail);
        } else {
            queue.unsent(mail);
            LOG.info(() -> unsentLine(mail.letter(), installation.isProduction()));
        }
    }

    /**
     * One line: what a mail says must not look like another log entry. A production log is no place for what mails
     * say.
     */
    static String unsentLine(Letter letter, boolean production) {
        var line = "mail kept unsent, no MAIL_SERVER is set; to " + letter.to() + "; subject: " + letter.subject();
        return production ? line : line + "; body: " + Letter.oneLine(letter.body());
    }
}
