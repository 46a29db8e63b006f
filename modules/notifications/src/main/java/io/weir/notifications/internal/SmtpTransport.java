package io.weir.notifications.internal;

import jakarta.activation.DataHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import java.util.UUID;

/** Speaks SMTP through Jakarta Mail, a connection per mail. With TLS on, a server without it gets nothing. */
@ApplicationScoped
public class SmtpTransport implements MailTransport {
    /** Milliseconds, for connecting, each answer and each write. */
    private static final String TIMEOUT = "5000";

    private Enclosures enclosures;

    protected SmtpTransport() {
    }

    @Inject
    public SmtpTransport(Enclosures enclosures) {
        this.enclosures = enclosures;
    }

    @Override
    public void send(SmtpServer server, DueMail mail, Instant at) throws MessagingException {
        var session = Session.getInstance(properties(server));
        var message = message(session, server, mail, at);
        try (var transport = session.getTransport("smtp")) {
            transport.connect(server.host(), server.port(),
                    server.credentials().map(SmtpServer.Credentials::username).orElse(null),
                    server.credentials().map(SmtpServer.Credentials::password).orElse(null));
            transport.sendMessage(message, message.getAllRecipients());
        }
    }

    static Properties properties(SmtpServer server) {
        var properties = new Properties();
        properties.setProperty("mail.smtp.connectiontimeout", TIMEOUT);
        properties.setProperty("mail.smtp.timeout", TIMEOUT);
        properties.setProperty("mail.smtp.writetimeout", TIMEOUT);
        properties.setProperty("mail.smtp.auth", Boolean.toString(server.credentials().isPresent()));
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(server.startTls()));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(server.startTls()));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        // An accepted mail must not count as failed because of how the server says goodbye.
        properties.setProperty("mail.smtp.quitwait", "false");
        return properties;
    }

    private MimeMessage message(Session session, SmtpServer server, DueMail mail, Instant at)
            throws MessagingException {
        var letter = mail.letter();
        var sender = new InternetAddress(server.sender(), true);
        var message = new NamedMessage(session, mail.id(), sender);
        message.setFrom(sender);
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.to(), true));
        message.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
        if (letter.enclosure().isPresent()) {
            message.setContent(parts(letter, enclosures.of(letter.tenant(), letter.enclosure().get())));
        } else {
            message.setText(letter.body(), StandardCharsets.UTF_8.name(), "plain");
        }
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setSentDate(Date.from(at));
        message.saveChanges();
        return message;
    }

    private static MimeMultipart parts(Letter letter, EnclosedFile file) throws MessagingException {
        var text = new MimeBodyPart();
        text.setText(letter.body(), StandardCharsets.UTF_8.name(), "plain");
        var enclosed = new MimeBodyPart();
        enclosed.setDataHandler(new DataHandler(new ByteArrayDataSource(file.bytes(), file.mediaType())));
        enclosed.setFileName(file.name());
        enclosed.setDisposition(MimeBodyPart.ATTACHMENT);
        return new MimeMultipart(text, enclosed);
    }

    /** Keeps its Message-ID over all attempts, so that a mail that arrives twice can be told for the same. */
    private static final class NamedMessage extends MimeMessage {
        private final String name;

        NamedMessage(Session session, UUID id, InternetAddress sender) {
            super(session);
            var address = sender.getAddress();
            this.name = "<" + id + address.substring(address.lastIndexOf('@')) + ">";
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", name);
        }
    }
}
