package io.weir.paymentgateways.sandbox;

import io.weir.kernel.api.TenantId;
import io.weir.paymentgateways.sandbox.SandboxRefund.Charge;
import io.weir.payments.api.Decline;
import io.weir.payments.spi.ChargeAnswer;
import io.weir.payments.spi.ChargeOrder;
import io.weir.payments.spi.Merchant;
import io.weir.payments.spi.OffSessionCharges;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Charges kept test cards while nobody is there. A charge stands in the books as a checkout that was decided when it
 * began; its money, and what is told of it, in the same transaction.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class ChargeDesk implements OffSessionCharges {
    @Inject
    CheckoutRows checkouts;
    @Inject
    ChargeRows charges;
    @Inject
    MethodRows methods;
    @Inject
    NoticeRows notices;
    @Inject
    Time time;

    @Override
    public ChargeAnswer charge(Merchant merchant, ChargeOrder order) {
        var tenant = merchant.tenant().id();
        var now = time.now();
        checkouts.add(HeldCheckout.of(tenant, order, CheckoutDesk.script(merchant), now), now);
        var held = checkouts.lock(tenant, order.payment()).orElseThrow();
        return answer(held.status().isOpen() ? decided(tenant, held, order, now) : held);
    }

    @Override
    public Optional<ChargeAnswer> find(Merchant merchant, ChargeOrder order) {
        return checkouts.find(merchant.tenant().id(), order.payment()).map(ChargeDesk::answer);
    }

    private HeldCheckout decided(TenantId tenant, HeldCheckout open, ChargeOrder order, Instant now) {
        var card = methods.of(tenant, open.account()).stream().map(MethodRows.Kept::card)
                .filter(kept -> kept.word().equals(order.method())).findFirst();
        var decided = card.map(open::charged).orElseGet(() -> open.charged(new Decline("payment_method_detached",
                "Sandbox: no such card is kept")));
        checkouts.update(decided, now);
        if (decided.status() == CheckoutStatus.PAID) {
            charges.add(tenant, new Charge(decided.charge(), decided.taken(), decided.script()), now);
        }
        notices.queue(tenant, Sending.of(List.of(SandboxEvents.charged(decided, now)), decided.script(), now), now);
        return decided;
    }

    private static ChargeAnswer answer(HeldCheckout decided) {
        return decided.status() == CheckoutStatus.PAID ? new ChargeAnswer.Paid(decided.charge(), decided.taken())
                : new ChargeAnswer.Declined(Decline.of(decided.words()));
    }
}
