package io.weir.webadmin;

import io.weir.kernel.api.Page;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.Reconciliation;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;

/**
 * Open payments at gateways and when each is asked about next. A row's own form names its payment, so that a list that
 * moved meanwhile asks about no other.
 */
@Named("reconciliation")
@RequestScoped
public class ReconciliationPage {
    @Inject
    private Reconciliation reconciliation;
    @Inject
    private PaymentRows rows;
    @Inject
    private Visitor visitor;
    @Inject
    private Notices notices;
    @Inject
    private Format format;

    private Page<Row> found;

    @PostConstruct
    void look() {
        found = reconciliation.open(visitor.tenantId(), visitor.page()).map(open -> new Row(rows.row(open.payment()),
                Long.toString(open.payment().orderCode()), format.number(open.checks()),
                format.time(open.nextCheckAt()), format.time(open.payment().progress().expiresAt()),
                open.payment().checkout().instructions().isEmpty()));
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

    public List<Row> getList() {
        return found.items();
    }

    public Pages getPages() {
        return Pages.of(found, Map.of());
    }

    /**
     * An open payment; {@code checks}: how often it was asked about; {@code askable}: there is a gateway to ask, where
     * a transfer only ends when its time is over.
     */
    public record Row(PaymentRows.Row payment, String orderCode, String checks, String next, String expires,
                      boolean askable) {
    }
}
