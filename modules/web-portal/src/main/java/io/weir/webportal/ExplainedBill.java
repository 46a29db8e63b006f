package io.weir.webportal;

import io.weir.billing.api.Explanations;
import io.weir.billing.api.Invoice;
import io.weir.billing.api.RunningBills;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.Uuids;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The invoice that the address names, with the reasons of its lines; {@code running} is the period that runs. */
@RequestScoped
public class ExplainedBill {
    private static final String RUNNING = "running";

    @Inject
    private Explanations explanations;
    @Inject
    private RunningBills running;
    @Inject
    private Visitor visitor;

    private Bill bill;

    /** Refused: {@code INVOICE_NOT_FOUND}. */
    Bill bill() {
        if (bill == null) {
            var id = visitor.parameter("id").orElse("");
            bill = id.equals(RUNNING) ? ofRunning() : ofInvoice(explanations.explain(visitor.tenantId(),
                    Optional.of(visitor.account()), Uuids.parse(id)));
        }
        return bill;
    }

    private Bill ofRunning() {
        return running.of(visitor.tenantId(), visitor.account()).map(so -> new Bill(RUNNING, Optional.empty(),
                        so.lines(), so.net(), so.total(), so.becomesFinal(), Optional.of(so)))
                .orElseThrow(() -> Refusal.notFound("INVOICE_NOT_FOUND").asException());
    }

    private static Bill ofInvoice(Explanations.Explanation explained) {
        var invoice = explained.invoice();
        int sign = invoice.kind() == Invoice.Kind.CREDIT_NOTE ? -1 : 1;
        return new Bill(invoice.id().toString(), Optional.of(invoice), explained.lines(),
                invoice.amounts().net().times(sign), invoice.total().times(sign),
                invoice.dates().becomesFinal(), Optional.empty());
    }

    /** Either an invoice, or what has come together of one. A credit note's amounts are below zero, as its lines'. */
    record Bill(String id, Optional<Invoice> invoice, List<Explanations.Line> lines, Money net, Money total,
            Instant becomesFinal, Optional<RunningBills.RunningBill> running) {
        boolean isDraft() {
            return invoice.filter(each -> each.status() != Invoice.Status.DRAFT).isEmpty();
        }
    }
}
