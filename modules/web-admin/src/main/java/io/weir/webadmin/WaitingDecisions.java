package io.weir.webadmin;

import io.weir.kernel.api.Page;
import io.weir.kernel.api.Uuids;
import io.weir.payments.api.Decision;
import io.weir.payments.api.Decision.Status;
import io.weir.payments.api.Decisions;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.UUID;

/** Refunds, credits and pay-outs that wait for a second person, and agreeing to one or withdrawing it. */
@Named("decisions")
@RequestScoped
public class WaitingDecisions {
    private static final int SHOWN = 50;

    @Inject
    private Decisions decisions;
    @Inject
    private Names names;
    @Inject
    private Visitor visitor;
    @Inject
    private Notices notices;
    @Inject
    private Format format;

    private Page<Row> found;

    public String confirm() {
        return notices.attempt("decisions", () -> {
            var done = decisions.confirm(visitor.tenantId(), chosen(), visitor.user());
            notices.done(format.text("decisionConfirmed", format.money(done.amount()), customer(done)));
            return "/approvals?faces-redirect=true";
        });
    }

    public String withdraw() {
        return notices.attempt("decisions", () -> {
            var gone = decisions.withdraw(visitor.tenantId(), chosen(), visitor.user(), "");
            notices.done(format.text("decisionWithdrawn", format.money(gone.amount()), customer(gone)));
            return "/approvals?faces-redirect=true";
        });
    }

    private UUID chosen() {
        return Uuids.parse(visitor.parameter("waiting").orElse(""));
    }

    /** The oldest first. */
    public List<Row> getList() {
        return found().items();
    }

    long count() {
        return found().total();
    }

    private Page<Row> found() {
        if (found == null) {
            found = decisions.page(visitor.tenantId(), Status.WAITING, new Page.Request(1, SHOWN)).map(this::row);
        }
        return found;
    }

    Row row(Decision decision) {
        return new Row(decision.id().toString(), format.age(decision.at()), format.time(decision.at()),
                format.text("decision." + decision.kind()), decision.about().account().toString(),
                customer(decision), decision.about().payment().map(Object::toString).orElse(""),
                format.money(decision.amount()), names.person(decision.by().toString()), decision.note().orElse(""),
                decision.by().equals(visitor.user()));
    }

    private String customer(Decision decision) {
        return names.customer(decision.about().account()).name();
    }

    /** {@code payment}: its id, or empty. {@code own}: the visitor's, who cannot agree to it. */
    public record Row(String id, String age, String at, String kind, String account, String customer, String payment,
                      String amount, String who, String note, boolean own) {
    }
}
