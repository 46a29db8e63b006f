package io.weir.payments.api;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.UserId;
import java.time.Instant;
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
                              Optional<Instant> completedAt) {

    /**
     * What it is for: {@code kind} is subscription, extension or credits; {@code item} the id of what is bought, or an
     * amount of credits as {@code meter/quantity}.
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
