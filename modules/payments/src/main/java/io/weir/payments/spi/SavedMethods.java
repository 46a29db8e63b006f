package io.weir.payments.spi;

import io.weir.payments.api.PaymentMethod;
import io.weir.payments.api.Payments;
import java.util.List;

/** Gateways that keep a payer's cards and mandates. Numbers stay with them: we see a brand and four digits. */
public interface SavedMethods {
    List<PaymentMethod> list(Merchant merchant, Payer payer);

    /** Starts a page of the gateway where the payer enters a new one, and answers its URL. */
    String add(Merchant merchant, Payer payer, Payments.Return returns);

    /** Answers whether this payer had it: nobody removes another's. */
    boolean remove(Merchant merchant, Payer payer, String method);
}
