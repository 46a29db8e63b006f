package io.weir.payments.spi;

/** Gateways that know payers by a name of their own. */
public interface Customers {
    /** Makes the customer of an account and answers the gateway's name for it; the same again for the same account. */
    String register(Merchant merchant, Payer payer);
}
