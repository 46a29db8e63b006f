package io.weir.webadmin;

import io.weir.kernel.api.Page;
import io.weir.payments.api.Payment;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.PaymentProofs;
import io.weir.payments.api.PaymentProofs.Proof;
import io.weir.payments.api.Statements;
import io.weir.payments.api.Statements.Hint;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Payments that wait for a person, with what helps to decide: proofs, lines of statements, what others have said. */
@RequestScoped
public class QueueRows {
    @Inject
    private PaymentProofs proofs;
    @Inject
    private Statements statements;
    @Inject
    private PaymentRows payments;
    @Inject
    private ProofRows proofRows;
    @Inject
    private OpinionRows opinions;
    @Inject
    private Visitor visitor;
    @Inject
    private Format format;

    Page<Row> of(Page<Payment> page) {
        var ids = page.items().stream().map(Payment::id).toList();
        var shown = proofs.of(visitor.tenantId(), ids);
        var hints = hints(ids);
        return page.map(payment -> row(payment, shown, hints));
    }

    Row of(Payment payment) {
        var ids = List.of(payment.id());
        return row(payment, proofs.of(visitor.tenantId(), ids), payment.status().isOpen() ? hints(ids) : Map.of());
    }

    private Map<PaymentId, List<Hint>> hints(Collection<PaymentId> open) {
        return open.isEmpty() ? Map.of() : statements.hints(visitor.tenantId(), open);
    }

    private Row row(Payment payment, Map<PaymentId, List<Proof>> shown, Map<PaymentId, List<Hint>> hints) {
        return new Row(payments.row(payment), opinions.isSecond(payment),
                proofRows.rows(shown.getOrDefault(payment.id(), List.of())),
                hints.getOrDefault(payment.id(), List.of()).stream().map(this::seen).toList());
    }

    private Seen seen(Hint hint) {
        var confidence = Confidence.of(hint.match());
        return new Seen(format.date(hint.line().bookedOn()), format.money(hint.line().amount()),
                hint.line().counterparty().orElse(""), format.text("confidence." + confidence.word()),
                confidence.style());
    }

    /** A payment that waits; {@code second}: one person has said yes, and another has to. */
    public record Row(PaymentRows.Row payment, boolean second, List<ProofRows.Row> proofs, List<Seen> seen) {
    }

    /** Money on a statement that may be for it; {@code confidence} in a word. */
    public record Seen(String day, String amount, String from, String confidence, String style) {
    }
}
