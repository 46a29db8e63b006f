package io.weir.paymentgateways.stripe;

import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.param.InvoiceRetrieveParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.service.V1Services;
import io.weir.payments.spi.Merchant;
import io.weir.payments.spi.OpenedOrder;
import io.weir.payments.spi.RefundAnswer;
import io.weir.payments.spi.RefundAnswer.Outcome;
import io.weir.payments.spi.RefundInquiries;
import io.weir.payments.spi.RefundOrder;
import io.weir.payments.spi.Refunds;
import java.util.Map;
import java.util.Optional;

/**
 * Gives back what a payment intent or a charge took. The money of an agreement is named by its invoice, which is asked
 * for the payment that settled it.
 */
final class StripeRefunds implements Refunds, RefundInquiries {
    private static final InvoiceRetrieveParams WITH_PAYMENTS =
            InvoiceRetrieveParams.builder().addExpand("payments").build();
    /** As much as Stripe takes in one metadata value. */
    private static final int LONGEST_REASON = 500;

    @Override
    public RefundAnswer refund(Merchant merchant, RefundOrder order) {
        return StripeCalls.make(merchant, stripe -> {
            try {
                return refund(stripe, order);
            } catch (InvalidRequestException | CardException e) {
                return refused(StripeCalls.words(e));
            }
        });
    }

    @Override
    public Optional<RefundAnswer> ask(Merchant merchant, RefundOrder order, String reference) {
        return StripeCalls.make(merchant, stripe -> {
            try {
                return Optional.of(answer(StripeCalls.answer(stripe.refunds().retrieve(reference))));
            } catch (InvalidRequestException e) {
                if (StripeCalls.isUnknown(e)) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    private static RefundAnswer refund(V1Services stripe, RefundOrder order) throws StripeException {
        var paid = paid(stripe, order);
        if (paid.isEmpty()) {
            return refused("Stripe knows no single payment that this could be taken from");
        }
        var request = RefundCreateParams.builder().setAmount(SessionRequests.amount(order.amount()))
                .setReason(RefundCreateParams.Reason.REQUESTED_BY_CUSTOMER).setMetadata(marks(order));
        var from = isIntent(paid.get()) ? request.setPaymentIntent(paid.get()) : request.setCharge(paid.get());
        var refund = StripeCalls.answer(stripe.refunds().create(from.build(),
                StripeCalls.once("refund-" + order.key())));
        return answer(refund);
    }

    private static RefundAnswer answer(Fields refund) {
        return new RefundAnswer(new MoneyBack(refund).outcome(), refund.text("id"), refund.text("failure_reason"));
    }

    private static RefundAnswer refused(String words) {
        return new RefundAnswer(Outcome.FAILED, Optional.empty(), Optional.of(words));
    }

    private static Map<String, String> marks(RefundOrder order) {
        var reason = order.reason();
        return Map.of(Marks.PAYMENT, order.payment().payment().toString(), "weir_refund", order.key(), "weir_reason",
                reason.substring(0, Math.min(reason.length(), LONGEST_REASON)));
    }

    private static Optional<String> paid(V1Services stripe, RefundOrder order) throws StripeException {
        var reference = reference(stripe, order.payment());
        return reference.isPresent() && reference.get().startsWith("in_")
                ? settling(stripe, reference.get(), SessionRequests.amount(order.amount())) : reference;
    }

    /** Money whose name never reached us is found by its checkout. */
    private static Optional<String> reference(V1Services stripe, OpenedOrder order) throws StripeException {
        var known = order.gatewayReference().filter(reference -> !reference.startsWith("cs_"));
        if (known.isPresent() || order.linkId().isEmpty()) {
            return known;
        }
        var session = StripeCalls.answer(stripe.checkout().sessions().retrieve(order.linkId().get()));
        return session.reference("payment_intent").or(() -> session.reference("invoice"));
    }

    /** An invoice may have been paid in parts: one of them has to be large enough. */
    private static Optional<String> settling(V1Services stripe, String invoice, long amount) throws StripeException {
        return StripeCalls.answer(stripe.invoices().retrieve(invoice, WITH_PAYMENTS)).items("payments").stream()
                .filter(part -> part.says("status", "paid") && part.whole("amount_paid").orElse(0) >= amount)
                .flatMap(part -> part.reference("payment", "payment_intent")
                        .or(() -> part.reference("payment", "charge")).stream()).findFirst();
    }

    private static boolean isIntent(String reference) {
        return reference.startsWith("pi_");
    }
}
