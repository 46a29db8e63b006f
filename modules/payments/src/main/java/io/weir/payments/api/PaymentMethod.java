package io.weir.payments.api;

import java.util.Optional;

/**
 * A way to pay that a gateway keeps for an account. {@code id}: the gateway's token. {@code kind}: card, sepa_debit, …;
 * {@code brand} and {@code last4} for people; {@code expires} as {@code YYYY-MM}.
 */
public record PaymentMethod(String id, String gateway, String kind, Optional<String> brand, Optional<String> last4,
        Optional<String> expires, boolean usual) {
}
