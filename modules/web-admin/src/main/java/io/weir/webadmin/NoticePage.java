package io.weir.webadmin;

import io.weir.kernel.api.Uuids;
import io.weir.payments.api.Notices.Received;
import io.weir.payments.api.Notices.State;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** One notice with its body; it can be applied once more, and acknowledged when it needs a person. */
@Named("notice")
@RequestScoped
public class NoticePage {
    @Inject
    private io.weir.payments.api.Notices inbox;
    @Inject
    private NoticeRows rows;
    @Inject
    private Names names;
    @Inject
    private Visitor visitor;
    @Inject
    private Notices notices;
    @Inject
    private Format format;

    private Received received;
    private NoticeRows.Row row;
    private String note;

    @PostConstruct
    void find() {
        received = inbox.notice(visitor.tenantId(), Uuids.parse(visitor.parameter("id").orElse("")));
        row = rows.row(received.entry());
    }

    public String replay() {
        return notices.attempt("replay", () -> {
            inbox.replay(visitor.tenantId(), received.entry().id());
            notices.done(format.text("replayed"));
            return "/notice?faces-redirect=true&id=" + row.id();
        });
    }

    public String acknowledge() {
        return notices.attempt("acknowledge", () -> {
            inbox.acknowledge(visitor.tenantId(), received.entry().id(), visitor.user(), note);
            notices.done(format.text("acknowledged"));
            return "/notice?faces-redirect=true&id=" + row.id();
        });
    }

    public boolean isNeedy() {
        return received.entry().state() == State.ATTENTION;
    }

    /** Who has looked at it, when, and what came of it; empty when nobody has. */
    public String getLooked() {
        return received.acknowledged().map(looked -> format.text("acknowledgedBy",
                names.person(looked.by().toString()), format.time(looked.at()), looked.note())).orElse("");
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }

    public NoticeRows.Row getRow() {
        return row;
    }

    public String getOccurred() {
        return format.time(received.entry().occurredAt());
    }

    public String getResult() {
        return received.entry().result().orElse(Format.NOTHING);
    }

    public String getLastError() {
        return received.entry().lastError().orElse("");
    }

    public String getBody() {
        return NoticeBody.readable(received.body());
    }

    /** Bytes, as they were signed. */
    public String getSize() {
        return format.number(received.body().length);
    }
}
