package io.weir.billing.app;

import io.weir.kernel.api.Money;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.Messages;
import io.weir.tenancy.api.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;

/** What lines are called, in the seller's language. */
@ApplicationScoped
public class Wordings {
    private Tenants tenants;
    private Messages messages;

    protected Wordings() {
    }

    @Inject
    public Wordings(Tenants tenants, Messages messages) {
        this.tenants = tenants;
        this.messages = messages;
    }

    String text(TenantId tenant, String code, Object... arguments) {
        return PaymentDescriptions.cut(messages.text(tenants.byId(tenant).locale(), code, arguments));
    }

    String day(TenantId tenant, Instant moment) {
        return moment.atZone(tenants.byId(tenant).zone()).toLocalDate().toString();
    }

    static String money(Money money) {
        return money.toString();
    }
}
