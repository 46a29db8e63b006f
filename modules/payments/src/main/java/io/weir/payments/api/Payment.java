package io.weir.payments.api;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.UserId;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;

/**
 * A payment as it stands. {@code orderCode} is a number ≤ 2^53−1 unique in the installation; {@code reference} what a
 * payer writes on a transfer, unique among
 * open payments; {@code gatewayReference} the gateway's own number for the money once it came; {@code note} the
 * approver's or the gateway's words.
 */
public record Payment(PaymentId id, long orderCode, AccountId account, UserId payer, Money amount, String description,
                      PaymentStatus status, Purpose purpose, String gateway, String reference, Checkout checkout,
                      Optional<String> gatewayReference, Optional<String> note, Instant createdAt,
                              Optional<Instant> completedAt, Optional<Recurring> recurring, Progress progress) {

    /**
     * What has become of the money: {@code received} so far, of it {@code refunded}; {@code attention}: why a person
     * has to look at it; {@code expiresAt}: when the checkout closes.
     */
    public record Progress(Money received, Money refunded, Optional<String> attention, Optional<Instant> expiresAt) {
        /** Of a payment that nothing has come for. */
        public static Progress none(Currency currency) {
            return new Progress(Money.zero(currency), Money.zero(currency), Optional.empty(), Optional.empty());
        }
    }

    /** What is still to come; nothing when more came than was asked for. */
    public Money remaining() {
        var rest = amount.minus(progress.received());
        return rest.isNegative() ? Money.zero(amount.currency()) : rest;
    }

    /** What can still be given back. */
    public Money refundable() {
        return status == PaymentStatus.COMPLETED ? amount.minus(progress.refunded()) : Money.zero(amount.currency());
    }

    /**
     * What it is for: {@code kind} is subscription, renewal, extension, credits or invoice; {@code item} the id of what
     * is bought or of the invoice, a plan's slug for a renewal, or an amount of credits as {@code meter/quantity}.
     */
    public record Purpose(String kind, String item) {
    }

    /**
     * How to pay. {@code url}: a page of the gateway. {@code qrCode}: a picture as a {@code data:} URI. {@code
     * instructions}: what to write on a bank transfer.
     * {@code linkId}: the gateway's name for this checkout.
     */
    public record Checkout(Optional<String> url, Optional<String> qrCode, Optional<String> linkId,
            Optional<Instructions> instructions) {
    }

    /** A bank transfer. {@code account} is an account number or an IBAN. */
    public record Instructions(String bank, String account, String holder, String reference, Money amount) {
    }
}
