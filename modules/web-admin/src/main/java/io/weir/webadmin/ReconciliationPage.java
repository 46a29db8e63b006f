package io.weir.webadmin;

import io.weir.kernel.api.Page;
import io.weir.kernel.api.Uuids;
import io.weir.payments.api.Agreement;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.Reconciliation;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Open payments at gateways, or the agreements that run there, and when each is asked about next. A row's own form
 * names what it is about, so that a list that moved meanwhile asks about no other.
 */
@Named("reconciliation")
@RequestScoped
public class ReconciliationPage {
    private static final String AGREEMENTS = "agreements";

    @Inject
    private Reconciliation reconciliation;
    @Inject
    private PaymentRows rows;
    @Inject
    private Names names;
    @Inject
    private Visitor visitor;
    @Inject
    private Notices notices;
    @Inject
    private Format format;

    private Page<Row> found;
    private Page<Running> running;

    @PostConstruct
    void look() {
        if (isAgreements()) {
            running = reconciliation.agreements(visitor.tenantId(), visitor.page()).map(this::row);
        } else {
            found = open();
        }
    }

    private Page<Row> open() {
        return reconciliation.open(visitor.tenantId(), visitor.page()).map(open -> new Row(rows.row(open.payment()),
                Long.toString(open.payment().orderCode()), format.number(open.checks()),
                format.time(open.nextCheckAt()), format.time(open.payment().progress().expiresAt()),
                open.payment().checkout().instructions().isEmpty()));
    }

    private Running row(Reconciliation.Running running) {
        var agreement = running.agreement();
        var status = word(agreement);
        return new Running(agreement.id().toString(), agreement.firstPayment().toString(),
                agreement.account().toString(), names.customer(agreement.account()).name(),
                format.word("gateway", agreement.gateway()), agreement.product(), status,
                format.text("subscription." + status), agreement.cancelAtPeriodEnd(),
                format.time(agreement.paidUntil()), format.number(running.checks()),
                format.time(running.nextCheckAt()), running.nextCheckAt().isPresent());
    }

    public String askNow() {
        return notices.attempt("ask", () -> {
            var payment = reconciliation.askNow(visitor.tenantId(),
                    PaymentId.of(visitor.parameter("payment").orElse("")));
            notices.done(format.text("askedNow", Long.toString(payment.orderCode()),
                    format.text("payment." + payment.status().word())));
            return "/reconciliation?faces-redirect=true";
        });
    }

    public String askAbout() {
        return notices.attempt("ask", () -> {
            var agreement = reconciliation.askAbout(visitor.tenantId(),
                    Uuids.parse(visitor.parameter("agreement").orElse("")));
            notices.done(format.text("askedAbout", agreement.reference(), agreement.status().isRunning()
                    ? format.text("subscription." + word(agreement)) : format.text("agreementEnded")));
            return "/reconciliation?faces-redirect=true&list=" + AGREEMENTS;
        });
    }

    private static String word(Agreement agreement) {
        return agreement.status().name().toLowerCase(Locale.ROOT);
    }

    public boolean isAgreements() {
        return visitor.parameter("list").filter(AGREEMENTS::equals).isPresent();
    }

    public List<Row> getList() {
        return found == null ? List.of() : found.items();
    }

    public List<Running> getRunning() {
        return running == null ? List.of() : running.items();
    }

    public Pages getPages() {
        return isAgreements() ? Pages.of(running, Map.of("list", AGREEMENTS)) : Pages.of(found, Map.of());
    }

    /**
     * An agreement that goes on; {@code payment}: the one that began it; {@code checks}: how often it was asked about
     * since its charge was expected; {@code askable}: its gateway can be asked.
     */
    public record Running(String id, String payment, String account, String customer, String gateway, String plan,
                          String status, String statusText, boolean ends, String paidUntil, String checks, String next,
                          boolean askable) {
    }

    /**
     * An open payment; {@code checks}: how often it was asked about; {@code askable}: there is a gateway to ask, where
     * a transfer only ends when its time is over.
     */
    public record Row(PaymentRows.Row payment, String orderCode, String checks, String next, String expires,
                      boolean askable) {
    }
}
