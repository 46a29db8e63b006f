package io.weir.webadmin;

import io.weir.kernel.api.Page;
import io.weir.platform.api.AuditLog;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;

/** Who did what, newest first. */
@Named("audit")
@RequestScoped
public class AuditPage {
    /** Kinds of subjects that have a page of their own. */
    private static final Map<String, String> PAGES =
            Map.of("payment", "/payment?id=", "account", "/customer?id=", "plan", "/plan?id=", "extension",
                    "/extension?id=", "meter", "/meter?key=", "gateway", "/gateway?name=", "notice", "/notice?id=");

    @Inject
    private AuditLog log;
    @Inject
    private Names names;
    @Inject
    private Visitor visitor;
    @Inject
    private Format format;

    private Page<Row> found;

    @PostConstruct
    void look() {
        found = log.entries(visitor.tenantId(), visitor.page()).map(this::row);
    }

    private Row row(AuditLog.Entry entry) {
        return new Row(format.time(entry.at()), names.person(entry.actor()), entry.address(), entry.action(),
                entry.subject(), link(entry.subject()), text(entry.before()), text(entry.after()));
    }

    /** A subject is its kind and its id: {@code payment/0190…}. */
    private static String link(String subject) {
        var parts = subject.split("/", 2);
        return parts.length == 2 && PAGES.containsKey(parts[0]) ? PAGES.get(parts[0]) + parts[1] : "";
    }

    private static String text(String json) {
        return json == null ? "" : json;
    }

    public List<Row> getList() {
        return found.items();
    }

    public Pages getPages() {
        return Pages.of(found, Map.of());
    }

    /** A deed; {@code before} and {@code after} are JSON or empty, {@code link} the subject's page or empty. */
    public record Row(String at, String actor, String address, String action, String subject, String link,
                      String before, String after) {
    }
}
