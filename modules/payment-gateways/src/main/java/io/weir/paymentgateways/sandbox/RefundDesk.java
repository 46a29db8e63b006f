package io.weir.paymentgateways.sandbox;

import io.weir.kernel.api.TenantId;
import io.weir.paymentgateways.sandbox.SandboxRefund.Charge;
import io.weir.paymentgateways.sandbox.SandboxRefund.Wish;
import io.weir.payments.spi.Merchant;
import io.weir.payments.spi.RefundAnswer;
import io.weir.payments.spi.RefundInquiries;
import io.weir.payments.spi.RefundOrder;
import io.weir.payments.spi.Refunds;
import io.weir.platform.api.Ids;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Gives money back, or refuses to, as the charge's script wants; each verb a transaction of its own. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class RefundDesk implements Refunds, RefundInquiries {
    @Inject
    ChargeRows charges;
    @Inject
    NoticeRows notices;
    @Inject
    Time time;

    @Override
    public RefundAnswer refund(Merchant merchant, RefundOrder order) {
        var tenant = merchant.tenant().id();
        var charge = order.payment().gatewayReference().flatMap(money -> charges.lock(tenant, money));
        return charges.refund(tenant, order.key()).map(SandboxRefund::answer)
                .or(() -> charge.map(known -> refund(tenant, known, order)))
                .orElseGet(() -> new RefundAnswer(RefundAnswer.Outcome.FAILED, Optional.empty(),
                        Optional.of("Sandbox: no such charge")));
    }

    @Override
    public Optional<RefundAnswer> ask(Merchant merchant, RefundOrder order, String reference) {
        return charges.refund(merchant.tenant().id(), order.key()).map(SandboxRefund::answer);
    }

    /** Decides one pending refund whose time has come by the tenant's clock. @return whether there was one */
    public boolean settleNext(TenantId tenant) {
        var due = charges.lockDue(tenant, time.now(tenant));
        due.map(SandboxRefund::decided).ifPresent(refund -> {
            charges.decide(refund);
            tell(refund);
        });
        return due.isPresent();
    }

    private RefundAnswer refund(TenantId tenant, Charge charge, RefundOrder order) {
        var wish = new Wish(order.key(), "sbx_re_" + Ids.next(), charge, order.amount());
        var refund = fits(tenant, charge, order) ? SandboxRefund.of(tenant, wish, time.now(tenant))
                : SandboxRefund.refused(tenant, wish, "Sandbox: more than was paid and is not given back yet");
        charges.add(refund, time.now());
        tell(refund);
        return refund.answer();
    }

    private boolean fits(TenantId tenant, Charge charge, RefundOrder order) {
        return order.amount().minor() > 0 && order.amount().currency().equals(charge.amount().currency())
                && charges.givenBack(tenant, charge).plus(order.amount()).compareTo(charge.amount()) <= 0;
    }

    private void tell(SandboxRefund refund) {
        notices.queue(refund.tenant(), Sending.of(SandboxEvents.of(refund, time.now()),
                refund.wish().charge().script(), time.now()), time.now());
    }
}
