package io.weir.payments.app;

import io.weir.kernel.api.TenantId;
import io.weir.payments.domain.NoticeReceived;
import io.weir.payments.domain.PaymentEntity;
import io.weir.payments.domain.StoredNotice;
import io.weir.payments.domain.Verdict;
import io.weir.payments.store.NoticeInbox;
import io.weir.payments.store.PaymentRows;
import io.weir.platform.api.Afterwards;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Applies each notice to its payment exactly once, however often the outbox delivers it. */
@ApplicationScoped
public class NoticeApplication {
    private static final Logger LOG = Logger.getLogger(NoticeApplication.class.getName());

    @Inject
    NoticeInbox inbox;
    @Inject
    PaymentRows payments;
    @Inject
    Settlement settlement;

    void on(@Observes @Afterwards NoticeReceived received) {
        inbox.lock(received.tenant(), received.notice()).filter(stored -> stored.result().isEmpty())
                .ifPresent(stored -> apply(received.tenant(), stored));
    }

    private void apply(TenantId tenant, StoredNotice stored) {
        var payment = payments.lock(stored.notice().orderCode());
        var verdict = payment.map(known -> Verdict.of(stored, known)).orElse(Verdict.UNKNOWN_ORDER);
        payment.ifPresent(known -> take(verdict.step(), tenant, known, stored));
        inbox.applied(tenant, stored.id(), verdict.result());
        var level = verdict.needsPerson() ? Level.WARNING : Level.INFO;
        LOG.log(level, "notice {0} of gateway {1} for order {2,number,#}: {3}",
                new Object[] {stored.id(), stored.gateway(), stored.notice().orderCode(), verdict.result()});
    }

    private void take(Verdict.Step step, TenantId tenant, PaymentEntity payment, StoredNotice stored) {
        var notice = stored.notice();
        switch (step) {
            case COMPLETE -> settlement.complete(tenant, payment, notice.gatewayReference(), notice.words());
            case FAIL -> settlement.fail(tenant, payment, notice.words());
            case CANCEL -> settlement.cancel(tenant, payment, notice.words());
            case PROCESS -> payment.process();
            case NONE -> { }
        }
    }
}
