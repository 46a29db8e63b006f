package io.weir.webadmin;

import io.weir.payments.api.Statements;
import io.weir.payments.api.Statements.FileUpload;
import io.weir.payments.api.Statements.Imported;
import io.weir.payments.api.Statements.Outcome;
import io.weir.platform.api.Messages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Takes a bank statement on the statements page, and approves at once what fits exactly. */
@Named("statementImport")
@RequestScoped
public class StatementImport {
    private static final String BACK = "/statements?faces-redirect=true";
    private static final Map<String, String> AT_THE_FILE = Map.of("STATEMENT_TOO_LARGE", "file",
            "STATEMENT_UNREADABLE", "file", "STATEMENT_LINE_WRONG", "file");

    @Inject
    private Statements statements;
    @Inject
    private Messages messages;
    @Inject
    private Visitor visitor;
    @Inject
    private Notices notices;
    @Inject
    private Format format;

    private Part file;

    public String send() {
        return notices.attempt("upload", AT_THE_FILE, () -> {
            notices.done(words(statements.importFile(visitor.tenantId(),
                    new FileUpload(file.getSubmittedFileName(), bytes(), visitor.user()))));
            return BACK;
        });
    }

    private byte[] bytes() {
        try (var in = file.getInputStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String words(Imported imported) {
        return imported.known() ? format.text("statementKnown", imported.statement().fileName())
                : format.text("statementRead", imported.added(), imported.repeated(), imported.skipped());
    }

    public String approveExact() {
        return notices.attempt("exact", () -> {
            var outcomes = statements.approveExact(visitor.tenantId(), visitor.user());
            var sum = ExactSum.of(outcomes);
            notices.done(format.text("exactDone", sum.done(), sum.awaiting(), sum.refused()));
            refusals(outcomes).forEach(text -> notices.wrong(null, text));
            return BACK;
        });
    }

    private List<String> refusals(List<Outcome> outcomes) {
        return outcomes.stream().flatMap(outcome -> outcome.refused().stream()).distinct()
                .map(code -> messages.text(visitor.getLocale(), code)).toList();
    }

    /** What is wrong with a file that was too large to be taken in at all: the form around it got lost with it. */
    public String getLost() {
        var faces = FacesContext.getCurrentInstance();
        var request = (HttpServletRequest) faces.getExternalContext().getRequest();
        return request.getMethod().equals("POST") && !faces.isPostback()
                ? messages.text(visitor.getLocale(), "STATEMENT_TOO_LARGE") : "";
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }

    /** What became of many lines: {@code awaiting} a second person, {@code refused} each by itself. */
    record ExactSum(long done, long awaiting, long refused) {
        static ExactSum of(List<Outcome> outcomes) {
            long awaiting = outcomes.stream().filter(outcome -> outcome.effect()
                    .filter(Statements.Effect.AWAITS_SECOND::equals).isPresent()).count();
            long refused = outcomes.stream().filter(outcome -> outcome.effect().isEmpty()).count();
            return new ExactSum(outcomes.size() - awaiting - refused, awaiting, refused);
        }
    }
}
