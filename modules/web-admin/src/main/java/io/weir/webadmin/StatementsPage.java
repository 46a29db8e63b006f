package io.weir.webadmin;

import io.weir.kernel.api.Page;
import io.weir.kernel.api.Uuids;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.Statements;
import io.weir.payments.api.Statements.Approved;
import io.weir.payments.api.Statements.LineStatus;
import io.weir.payments.api.Statements.Yes;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Money on bank statements, and which payments it is for. A row's forms name its line and payment, so that a list that
 * moved meanwhile decides about no other.
 */
@Named("statements")
@RequestScoped
public class StatementsPage {
    private static final int SHOWN_FILES = 5;

    @Inject
    private Statements statements;
    @Inject
    private LineRows rows;
    @Inject
    private Names names;
    @Inject
    private Visitor visitor;
    @Inject
    private Notices notices;
    @Inject
    private Format format;

    private Page<LineRows.Row> found;
    private List<File> files;

    @PostConstruct
    void look() {
        found = statements.lines(visitor.tenantId(), status(), visitor.page()).map(rows::row);
        files = statements.statements(visitor.tenantId(), new Page.Request(1, SHOWN_FILES)).items().stream()
                .map(this::file).toList();
    }

    private File file(Statements.Statement file) {
        return new File(file.fileName(), file.format(), file.bankAccount().orElse(Format.NOTHING),
                format.time(file.importedAt()), names.person(file.importedBy().toString()),
                format.number(file.lines()), format.number(file.open()));
    }

    public String approve() {
        return decide(() -> statements.approve(visitor.tenantId(), line(), yes()));
    }

    public String credit() {
        return decide(() -> statements.credit(visitor.tenantId(), line(), yes()));
    }

    private String decide(Supplier<Approved> deed) {
        return notices.attempt("lines", () -> {
            var approved = deed.get();
            notices.done(format.text("effect." + approved.effect(), format.money(approved.line().amount()),
                    approved.payment().reference()));
            return again();
        });
    }

    public String ignore() {
        return notices.attempt("lines", () -> {
            statements.ignore(visitor.tenantId(), line(), visitor.user(), visitor.parameter("why").orElse(""));
            notices.done(format.text("lineIgnored"));
            return again();
        });
    }

    public String reopen() {
        return notices.attempt("lines", () -> {
            statements.reopen(visitor.tenantId(), line(), visitor.user());
            notices.done(format.text("lineReopened"));
            return again();
        });
    }

    private UUID line() {
        return Uuids.parse(visitor.parameter("line").orElse(""));
    }

    private Yes yes() {
        return new Yes(PaymentId.of(visitor.parameter("payment").orElse("")), visitor.user(), "");
    }

    private String again() {
        return "/statements?faces-redirect=true&status=" + getStatus();
    }

    private LineStatus status() {
        return visitor.parameter("status").flatMap(word -> Arrays.stream(LineStatus.values())
                .filter(status -> word(status).equals(word)).findFirst()).orElse(LineStatus.OPEN);
    }

    private static String word(LineStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    public String getStatus() {
        return word(status());
    }

    public List<Tab> getTabs() {
        return Arrays.stream(LineStatus.values()).map(StatementsPage::word).map(word -> new Tab("?status=" + word,
                format.text("line." + word), word.equals(getStatus()) ? "here" : "")).toList();
    }

    public List<LineRows.Row> getList() {
        return found.items();
    }

    public Pages getPages() {
        return Pages.of(found, Map.of("status", getStatus()));
    }

    /** The latest first. */
    public List<File> getFiles() {
        return files;
    }

    /** A status as a filter. */
    public record Tab(String link, String text, String style) {
    }

    /** An imported file; {@code open} of its {@code lines} are to be decided. */
    public record File(String name, String format, String account, String at, String by, String lines, String open) {
    }
}
