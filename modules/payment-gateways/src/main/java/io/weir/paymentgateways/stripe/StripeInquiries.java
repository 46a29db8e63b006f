package io.weir.paymentgateways.stripe;

import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.param.checkout.SessionRetrieveParams;
import com.stripe.service.V1Services;
import io.weir.payments.spi.Fact;
import io.weir.payments.spi.Inquiries;
import io.weir.payments.spi.Merchant;
import io.weir.payments.spi.OpenedOrder;
import java.util.List;
import java.util.Optional;

/** Asks after a checkout or a charge, and closes it. */
final class StripeInquiries implements Inquiries {
    private static final SessionRetrieveParams IN_FULL = SessionRetrieveParams.builder().addExpand("payment_intent")
            .addExpand("subscription").build();

    @Override
    public List<Fact.OfPayment> ask(Merchant merchant, OpenedOrder order) {
        return order.linkId().flatMap(id -> StripeCalls.make(merchant, stripe -> isCharge(id)
                ? intent(stripe, id).map(StripeIntent::fact)
                : session(stripe, id).flatMap(CheckoutSession::standing))).stream().toList();
    }

    private static boolean isCharge(String id) {
        return id.startsWith("pi_");
    }

    private static Optional<StripeIntent> intent(V1Services stripe, String id) throws StripeException {
        try {
            return Optional.of(new StripeIntent(StripeCalls.answer(stripe.paymentIntents().retrieve(id))));
        } catch (InvalidRequestException e) {
            if (StripeCalls.isUnknown(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** A charge that the payer's bank has in hand can't be taken back: it is waited for. */
    @Override
    public void close(Merchant merchant, OpenedOrder order) {
        order.linkId().filter(id -> !isCharge(id)).ifPresent(id -> StripeCalls.make(merchant, stripe -> {
            var standing = session(stripe, id);
            if (standing.filter(CheckoutSession::isOpen).isPresent()) {
                expire(stripe, id);
            }
            return id;
        }));
    }

    /** The payer may have been quicker than we; then there is nothing to close any more. */
    private static void expire(V1Services stripe, String id) throws StripeException {
        try {
            stripe.checkout().sessions().expire(id);
        } catch (InvalidRequestException e) {
            if (session(stripe, id).filter(CheckoutSession::isOpen).isPresent()) {
                throw e;
            }
        }
    }

    private static Optional<CheckoutSession> session(V1Services stripe, String id) throws StripeException {
        try {
            return Optional.of(new CheckoutSession(
                    StripeCalls.answer(stripe.checkout().sessions().retrieve(id, IN_FULL))));
        } catch (InvalidRequestException e) {
            if (StripeCalls.isUnknown(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
