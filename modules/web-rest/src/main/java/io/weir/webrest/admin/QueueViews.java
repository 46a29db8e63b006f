package io.weir.webrest.admin;

import io.weir.kernel.api.Page;
import io.weir.payments.api.Approvals;
import io.weir.payments.api.Payment;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.PaymentProofs;
import io.weir.payments.api.PaymentProofs.Proof;
import io.weir.payments.api.PaymentRefunds;
import io.weir.payments.api.Seen;
import io.weir.payments.api.Statements;
import io.weir.payments.api.Statements.Hint;
import io.weir.platform.api.Time;
import io.weir.webrest.http.Callers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Puts beside payments what helps to decide on them. */
@ApplicationScoped
public class QueueViews {
    @Inject
    Callers callers;
    @Inject
    PaymentProofs proofs;
    @Inject
    Approvals approvals;
    @Inject
    PaymentRefunds refunds;
    @Inject
    Statements statements;
    @Inject
    Time time;

    Page<PaymentInQueue> of(Page<Payment> page) {
        var ids = page.items().stream().map(Payment::id).toList();
        var shown = proofs.of(callers.tenantId(), ids);
        var hints = hints(page.items());
        var given = refunds.counts(callers.tenantId(), ids);
        return page.map(payment -> view(payment, shown, hints, given));
    }

    PaymentInQueue of(Payment payment) {
        var ids = List.of(payment.id());
        return view(payment, proofs.of(callers.tenantId(), ids), hints(List.of(payment)),
                refunds.counts(callers.tenantId(), ids));
    }

    private Map<PaymentId, List<Hint>> hints(List<Payment> payments) {
        var open = payments.stream().filter(payment -> payment.status().isOpen()).map(Payment::id).toList();
        return open.isEmpty() ? Map.of() : statements.hints(callers.tenantId(), open);
    }

    private PaymentInQueue view(Payment payment, Map<PaymentId, List<Proof>> shown,
            Map<PaymentId, List<Hint>> hints, Map<PaymentId, Integer> given) {
        var tenant = callers.tenantId();
        return PaymentInQueue.of(payment, new PaymentInQueue.Help(
                Duration.between(payment.createdAt(), time.now(tenant)), shown.getOrDefault(payment.id(), List.of()),
                approvals.of(tenant, payment.id()), hints.getOrDefault(payment.id(), List.of()),
                Seen.of(payment, given.getOrDefault(payment.id(), 0))));
    }
}
