package io.weir.paymentgateways.paddle;

import io.weir.payments.api.PaymentMethod;
import io.weir.payments.api.Payments;
import io.weir.payments.spi.AgreementInquiries;
import io.weir.payments.spi.AgreementState;
import io.weir.payments.spi.Agreements;
import io.weir.payments.spi.BillingPortal;
import io.weir.payments.spi.Checkup;
import io.weir.payments.spi.Customers;
import io.weir.payments.spi.Fact;
import io.weir.payments.spi.GatewayException;
import io.weir.payments.spi.Inquiries;
import io.weir.payments.spi.Merchant;
import io.weir.payments.spi.OpenedOrder;
import io.weir.payments.spi.Payer;
import io.weir.payments.spi.RefundAnswer;
import io.weir.payments.spi.RefundInquiries;
import io.weir.payments.spi.RefundOrder;
import io.weir.payments.spi.Refunds;
import io.weir.payments.spi.SavedMethods;
import io.weir.payments.spi.UnreadableNoticeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** All that Paddle can do besides a checkout, done by the edition that a merchant, or a thing, belongs to. */
record EditionParts(BiFunction<Merchant, Optional<String>, Edition> editions)
        implements Customers, Inquiries, Refunds, SavedMethods, BillingPortal, Agreements, Checkup,
        AgreementInquiries, RefundInquiries {

    @Override
    public String register(Merchant merchant, Payer payer) {
        return answered(() -> of(merchant, payer).customers().register(merchant, payer));
    }

    @Override
    public List<Fact.OfPayment> ask(Merchant merchant, OpenedOrder order) {
        return answered(() -> of(merchant, order).inquiries().ask(merchant, order));
    }

    @Override
    public void close(Merchant merchant, OpenedOrder order) {
        answered(() -> {
            of(merchant, order).inquiries().close(merchant, order);
            return order;
        });
    }

    @Override
    public RefundAnswer refund(Merchant merchant, RefundOrder order) {
        return answered(() -> of(merchant, order.payment()).refunds().refund(merchant, order));
    }

    @Override
    public List<PaymentMethod> list(Merchant merchant, Payer payer) {
        return answered(() -> of(merchant, payer).savedMethods().list(merchant, payer));
    }

    @Override
    public String add(Merchant merchant, Payer payer, Payments.Return returns) {
        return answered(() -> of(merchant, payer).savedMethods().add(merchant, payer, returns));
    }

    @Override
    public boolean remove(Merchant merchant, Payer payer, String method) {
        return answered(() -> of(merchant, payer).savedMethods().remove(merchant, payer, method));
    }

    @Override
    public String open(Merchant merchant, Payer payer, Optional<String> returnUrl) {
        return answered(() -> of(merchant, payer).billingPortal().open(merchant, payer, returnUrl));
    }

    @Override
    public AgreementState look(Merchant merchant, String agreement) {
        return answered(() -> of(merchant, agreement).agreements().look(merchant, agreement));
    }

    @Override
    public AgreementState cancel(Merchant merchant, String agreement, boolean atPeriodEnd) {
        return answered(() -> of(merchant, agreement).agreements().cancel(merchant, agreement, atPeriodEnd));
    }

    @Override
    public AgreementState resume(Merchant merchant, String agreement) {
        return answered(() -> of(merchant, agreement).agreements().resume(merchant, agreement));
    }

    @Override
    public AgreementState change(Merchant merchant, String agreement, Change change) {
        return answered(() -> of(merchant, agreement).agreements().change(merchant, agreement, change));
    }

    @Override
    public List<Fact> ask(Merchant merchant, String agreement, Instant since) {
        return answered(() -> of(merchant, agreement).agreementInquiries().ask(merchant, agreement, since));
    }

    @Override
    public Optional<RefundAnswer> ask(Merchant merchant, RefundOrder order, String reference) {
        return answered(() -> of(merchant, order.payment()).refundInquiries().ask(merchant, order, reference));
    }

    @Override
    public String ask(Merchant merchant) {
        return answered(() -> editions.apply(merchant, Optional.empty()).checkup().ask(merchant));
    }

    @Override
    public Message testNotice(Merchant merchant, String id) {
        return answered(() -> editions.apply(merchant, Optional.empty()).checkup().testNotice(merchant, id));
    }

    /** An answer that says nothing in Paddle's language is a failure of Paddle's, as none at all is. */
    static <T> T answered(Supplier<T> question) {
        try {
            return question.get();
        } catch (UnreadableNoticeException e) {
            throw new GatewayException("Paddle answered what it should not: " + e.getMessage(), e);
        }
    }

    private Edition of(Merchant merchant, Payer payer) {
        return editions.apply(merchant, payer.customer());
    }

    private Edition of(Merchant merchant, OpenedOrder order) {
        return editions.apply(merchant, order.gatewayReference().or(order::linkId));
    }

    private Edition of(Merchant merchant, String agreement) {
        return editions.apply(merchant, Optional.of(agreement));
    }
}
