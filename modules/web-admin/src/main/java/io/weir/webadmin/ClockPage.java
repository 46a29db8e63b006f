package io.weir.webadmin;

import io.weir.identity.api.BrowserSessions;
import io.weir.platform.api.ClockJournal;
import io.weir.platform.api.Time;
import io.weir.tenancy.api.Ahead;
import io.weir.tenancy.api.TestClock;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A sandbox tenant's clock: what time it is, how it is moved, and what happened on its way. */
@Named("clock")
@RequestScoped
public class ClockPage {
    private static final int SHOWN = 200;

    @Inject
    private TestClock clock;
    @Inject
    private BrowserSessions sessions;
    @Inject
    private Time time;
    @Inject
    private Visitor visitor;
    @Inject
    private Notices notices;
    @Inject
    private Format format;

    private TestClock.Reading reading;
    private String day;

    /** @param period as ISO 8601 writes it */
    public String by(String period) {
        return advance(Ahead.of(Optional.of(period), Optional.empty()));
    }

    /** To the beginning of the day in the tenant's zone. */
    public String toDay() {
        var start = Optional.ofNullable(day).flatMap(text -> Days.startOf(text, visitor.tenant().zone()));
        if (start.isEmpty()) {
            notices.wrong("move:to", format.text("laterDay"));
            return null;
        }
        return advance(Ahead.of(Optional.empty(), start.map(Instant::toString)));
    }

    private String advance(Ahead ahead) {
        return notices.attempt("move", () -> {
            stay(ahead);
            var reached = clock.advance(visitor.tenantId(), ahead);
            if (reached.target().isEmpty()) {
                notices.done(format.text("clockMoved", format.time(reached.now()), reached.applied().size()));
            }
            return "/clock?faces-redirect=true";
        });
    }

    /** Whoever moves the clock here stays signed in. */
    private void stay(Ahead ahead) {
        var now = reading().now();
        if (reading.sandbox() && reading.target().isEmpty()) {
            sessions.carry(visitor.caller(), Duration.between(now, ahead.from(now, visitor.tenant().zone())));
        }
    }

    public boolean isSandbox() {
        return visitor.isSandbox();
    }

    public String getNow() {
        return format.time(reading().now());
    }

    public String getZone() {
        return visitor.tenant().zone().getId();
    }

    public String getReal() {
        return format.time(time.now());
    }

    public boolean isMoved() {
        return reading().isMoved();
    }

    /** Where it is going; empty when it is not. */
    public String getTarget() {
        return reading().target().map(format::time).orElse("");
    }

    public String getBefore() {
        return reading().before().map(format::time).orElse("");
    }

    public List<Row> getList() {
        return reading().applied().stream().limit(SHOWN).map(this::row).toList();
    }

    /** How much of it is not shown; empty when all is. */
    public String getMore() {
        int more = reading().applied().size() - SHOWN;
        return more > 0 ? format.text("clockMore", more) : "";
    }

    private Row row(ClockJournal.Entry entry) {
        return new Row(format.time(entry.at()), format.word("happened", entry.kind()), entry.subject(),
                entry.account().map(Object::toString).orElse(""));
    }

    private TestClock.Reading reading() {
        if (reading == null) {
            reading = clock.read(visitor.tenantId());
        }
        return reading;
    }

    public String getDay() {
        return day;
    }

    public void setDay(String day) {
        this.day = day;
    }

    /** Something that happened; {@code account} is an id, or empty. */
    public record Row(String at, String what, String subject, String account) {
    }
}
