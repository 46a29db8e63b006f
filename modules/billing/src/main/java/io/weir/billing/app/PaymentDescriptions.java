package io.weir.billing.app;

import io.weir.kernel.api.TenantId;
import io.weir.platform.api.Messages;
import io.weir.tenancy.api.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * What a payment says it is for, in the seller's language: it also appears in the seller's books and at its gateway.
 */
@ApplicationScoped
public class PaymentDescriptions {
    /** Characters; gateways that take fewer cut it themselves. */
    static final int LONGEST = 255;

    private Tenants tenants;
    private Messages messages;

    protected PaymentDescriptions() {
    }

    @Inject
    public PaymentDescriptions(Tenants tenants, Messages messages) {
        this.tenants = tenants;
        this.messages = messages;
    }

    public String of(TenantId tenant, String item) {
        return cut(messages.text(tenants.byId(tenant).locale(), "PAYMENT_FOR", item));
    }

    static String cut(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST));
    }
}
