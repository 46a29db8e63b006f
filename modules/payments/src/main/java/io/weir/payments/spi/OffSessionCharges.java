package io.weir.payments.spi;

import java.util.Optional;

/** Gateways that charge a kept card or mandate while its payer is not there (off-session, merchant-initiated). */
public interface OffSessionCharges {
    /**
     * Charges it. Repeatable for twenty hours: the same payment is charged once, however often it is asked for; after
     * that providers have forgotten it, and only {@link #find} may be asked. Notices of it name the same money.
     *
     * @throws GatewayException when nobody knows whether it was charged
     */
    ChargeAnswer charge(Merchant merchant, ChargeOrder order);

    /**
     * What became of a charge whose answer was lost; charges nothing.
     *
     * @return empty when the provider has never heard of it
     * @throws GatewayException when the provider can't be reached
     */
    Optional<ChargeAnswer> find(Merchant merchant, ChargeOrder order);
}
