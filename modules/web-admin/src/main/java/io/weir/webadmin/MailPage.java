package io.weir.webadmin;

import io.weir.kernel.api.Page;
import io.weir.notifications.api.MailOutbox;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;

/** What was mailed, or would have been: without a mail server this is where a forgotten password's link is found. */
@Named("mail")
@RequestScoped
public class MailPage {
    @Inject
    private MailOutbox outbox;
    @Inject
    private Visitor visitor;
    @Inject
    private Format format;

    private Page<Row> found;

    @PostConstruct
    void look() {
        found = outbox.page(visitor.tenantId(), visitor.page()).map(this::row);
    }

    private Row row(MailOutbox.Mail mail) {
        return new Row(mail.to(), mail.subject(), mail.body(), mail.status(), format.word("mailStatus", mail.status()),
                format.time(mail.createdAt()), format.time(mail.sentAt()), format.number(mail.attempts()),
                mail.lastError().orElse(""));
    }

    public List<Row> getList() {
        return found.items();
    }

    public Pages getPages() {
        return Pages.of(found, Map.of());
    }

    /** A mail; {@code body} is empty when only its reader may know it. */
    public record Row(String to, String subject, String body, String status, String statusText, String created,
                      String sent, String attempts, String error) {
    }
}
