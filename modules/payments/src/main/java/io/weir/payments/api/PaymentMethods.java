package io.weir.payments.api;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import java.util.List;
import java.util.Optional;

/**
 * The ways to pay that gateways keep for an account, and their own pages for changing them. We hold no number and ask
 * for none. Refused: {@code GATEWAY_UNKNOWN} (400) for one that the tenant does not offer, {@code GATEWAY_KEEPS_NONE}
 * (409) when none that it offers can, {@code RETURN_URL_NOT_ALLOWED} (400), {@code GATEWAY_FAILED} (502).
 */
public interface PaymentMethods {
    /** Names of the offered gateways that keep ways to pay, in the tenant's order. */
    List<String> keepers(TenantId tenant);

    /** Those of them that charge what they keep for open invoices, while nobody is there. */
    List<String> chargers(TenantId tenant);

    /** Of all gateways where the account is known; a gateway that does not answer is left out. */
    List<PaymentMethod> of(TenantId tenant, AccountId account);

    /** The URL of a gateway's page where a new one is entered. {@code gateway} absent: the first that can. */
    String add(TenantId tenant, AccountId account, Optional<String> gateway, Payments.Return returns);

    /** Refused: {@code PAYMENT_METHOD_NOT_FOUND} (404), another account's too. */
    void remove(TenantId tenant, AccountId account, String method);

    /** The URL of a gateway's page where the account changes cards and agreements, good for one visit. */
    String portal(TenantId tenant, AccountId account, Optional<String> gateway, Optional<String> returnUrl);
}
