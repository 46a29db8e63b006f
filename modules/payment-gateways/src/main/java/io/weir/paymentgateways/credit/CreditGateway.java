package io.weir.paymentgateways.credit;

import io.weir.payments.api.AccountCredits;
import io.weir.payments.api.Payment;
import io.weir.payments.spi.Gateway;
import io.weir.payments.spi.Merchant;
import io.weir.payments.spi.Notice;
import io.weir.payments.spi.OpenOrder;
import io.weir.payments.spi.Opened;
import io.weir.payments.spi.RefundAnswer;
import io.weir.payments.spi.RefundOrder;
import io.weir.payments.spi.Refunds;
import io.weir.payments.spi.UnreadableNoticeException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;

/**
 * Pays from what the account has with the tenant: at once, or not at all. The payment is the cause of the ledger's
 * entry, so that asking again after a crash takes nothing twice.
 */
@ApplicationScoped
public class CreditGateway implements Gateway {
    private final AccountCredits credits;

    @Inject
    CreditGateway(AccountCredits credits) {
        this.credits = credits;
    }

    /** For the container's proxy. */
    protected CreditGateway() {
        this(null);
    }

    @Override
    public String name() {
        return "credit";
    }

    @Override
    public boolean isManual() {
        return false;
    }

    @Override
    public boolean isConfigured(Merchant merchant) {
        return true;
    }

    @Override
    public Opened open(Merchant merchant, OpenOrder order) {
        var cause = "payment/" + order.payment();
        credits.spend(merchant.tenant().id(), order.payer().account(), order.amount(), cause);
        var nothingToDo = new Payment.Checkout(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        return new Opened(nothingToDo, Optional.empty(), Optional.of(cause));
    }

    /** Back to where it came from: the account's balance. */
    @Override
    public Optional<Refunds> refunds() {
        return Optional.of(this::giveBack);
    }

    private RefundAnswer giveBack(Merchant merchant, RefundOrder order) {
        var cause = "refund/" + order.key();
        credits.giveBack(merchant.tenant().id(), order.payment().payment(), order.amount(), cause, order.reason());
        return new RefundAnswer(RefundAnswer.Outcome.COMPLETED, Optional.of(cause), Optional.empty());
    }

    @Override
    public boolean isGenuine(Merchant merchant, Map<String, String> headers, byte[] body) {
        return false;
    }

    @Override
    public Notice read(byte[] body) {
        throw new UnreadableNoticeException("an account's credit sends no notices");
    }
}
