package io.weir.webadmin;

import io.weir.kernel.api.Uuids;
import io.weir.platform.api.SetAside;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;

/** What jobs could not deal with while they dealt with all the rest, to be mended and tried again. */
@Named("setAside")
@RequestScoped
public class SetAsidePage {
    /** Where a job's pieces can be looked at; a period has no page of its own. */
    private static final Map<String, String> PAGES = Map.of("billing.make-final", "/invoice?id=", "billing.seal",
            "/invoice?id=", "billing.renew", "/subscription?id=", "subscriptions.close-due", "/customer?id=");

    @Inject
    private SetAside aside;
    @Inject
    private Visitor visitor;
    @Inject
    private Notices notices;
    @Inject
    private Format format;

    private List<Row> list;

    @PostConstruct
    void look() {
        list = aside.of(visitor.tenantId()).stream().map(this::row).toList();
    }

    private Row row(SetAside.Piece piece) {
        var page = PAGES.get(piece.job());
        return new Row(piece.id().toString(), format.word("asideJob", piece.job()), piece.subject().toString(),
                page == null ? "" : page + piece.subject(), format.number(piece.attempts()),
                format.time(piece.since()), format.time(piece.retryAt()), piece.error());
    }

    /** The piece is named by the form. */
    public String retry() {
        var piece = visitor.parameter("piece").flatMap(Uuids::find);
        if (piece.filter(id -> aside.retry(visitor.tenantId(), id)).isEmpty()) {
            notices.wrong(null, format.text("asideGone"));
            return null;
        }
        notices.done(format.text("asideRetried"));
        return "/set-aside?faces-redirect=true";
    }

    public List<Row> getList() {
        return list;
    }

    /** {@code link}: to what it was to be done with, empty where that has no page. */
    public record Row(String id, String what, String subject, String link, String attempts, String since, String next,
                      String error) {
    }
}
