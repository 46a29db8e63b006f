package io.weir.payments.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.kernel.api.RefusedException;
import io.weir.kernel.api.UserId;
import io.weir.payments.api.PaymentClosed;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.PaymentStatus;
import io.weir.payments.domain.Specimen;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LockingApprovalsTest {
    private static final UserId APPROVER = new UserId(new UUID(0, 77));
    private static final PaymentId PAYMENT = new PaymentId(new UUID(0, 42));
    private final Fakes.Settled settled = new Fakes.Settled();
    private final Fakes.Audit audit = new Fakes.Audit();
    private final List<Record> published = new ArrayList<>();

    @Test
    void an_approval_completes_settles_and_is_audited_once() {
        var approvals = approvals("manual", PaymentStatus.PENDING);
        var approved = approvals.approve(Fakes.TENANT, PAYMENT, APPROVER, "  seen on the statement ");
        assertThat(approved.status()).isEqualTo(PaymentStatus.COMPLETED);
        assertThat(approved.note()).contains("seen on the statement");
        assertThat(approved.completedAt()).contains(Fakes.NOW);
        assertThatThrownBy(() -> approvals.approve(Fakes.TENANT, PAYMENT, APPROVER, "")).hasMessage("PAYMENT_DECIDED");
        assertThatThrownBy(() -> approvals.reject(Fakes.TENANT, PAYMENT, APPROVER, "")).hasMessage("PAYMENT_DECIDED");
        assertThat(settled.fired).singleElement().satisfies(event -> assertThat(event.payment()).isEqualTo(approved));
        assertThat(audit.actions).singleElement().asString().startsWith("payment.approved payment/" + PAYMENT);
        assertThat(published).isEmpty();
    }

    @Test
    void a_rejection_fails_the_payment_and_says_so_afterwards() {
        var rejected = approvals("manual", PaymentStatus.PENDING).reject(Fakes.TENANT, PAYMENT, APPROVER, "never came");
        assertThat(rejected.status()).isEqualTo(PaymentStatus.FAILED);
        assertThat(published).containsExactly(new PaymentClosed(Fakes.TENANT, PAYMENT.toString(), "failed"));
        assertThat(settled.fired).isEmpty();
        assertThat(audit.actions).singleElement().asString().startsWith("payment.rejected");
    }

    @Test
    void nobody_decides_on_an_own_payment() {
        var approvals = approvals("manual", PaymentStatus.PENDING);
        assertThatThrownBy(() -> approvals.approve(Fakes.TENANT, PAYMENT, Specimen.PAYER, ""))
                .hasMessage("OWN_PAYMENT");
        assertThatThrownBy(() -> approvals.reject(Fakes.TENANT, PAYMENT, Specimen.PAYER, "")).hasMessage("OWN_PAYMENT");
        assertThat(settled.fired).isEmpty();
    }

    @Test
    void a_gateways_payment_is_the_gateways_to_decide() {
        var approvals = approvals("sandbox", PaymentStatus.PROCESSING);
        assertThatThrownBy(() -> approvals.approve(Fakes.TENANT, PAYMENT, APPROVER, "")).hasMessage("NOT_MANUAL");
    }

    @Test
    void an_unknown_payment_is_not_found() {
        var unknown = new PaymentId(new UUID(0, 43));
        assertThatThrownBy(() -> approvals("manual", PaymentStatus.PENDING)
                .approve(Fakes.TENANT, unknown, APPROVER, ""))
                .hasMessage("PAYMENT_NOT_FOUND");
    }

    @Test
    void a_note_that_does_not_fit_is_refused_before_anything_happens() {
        var approvals = approvals("manual", PaymentStatus.PENDING);
        assertThatThrownBy(() -> approvals.approve(Fakes.TENANT, PAYMENT, APPROVER, "x".repeat(1001)))
                .isInstanceOfSatisfying(RefusedException.class,
                        e -> assertThat(e.refusal().fields()).isEqualTo(Map.of("note", "TOO_LONG")));
        assertThat(settled.fired).isEmpty();
    }

    private LockingApprovals approvals(String gateway, PaymentStatus status) {
        var settlement = new Settlement();
        settlement.settled = settled;
        settlement.outbox = (tenant, event) -> published.add(event);
        settlement.time = new Fakes.StoppedClock();
        var approvals = new LockingApprovals();
        approvals.payments = new Fakes.OneRow(Specimen.of(gateway, status));
        approvals.gateways = Fakes.gateways(Fakes.tenant(Map.of()));
        approvals.settlement = settlement;
        approvals.audit = audit;
        approvals.time = new Fakes.StoppedClock();
        return approvals;
    }
}
