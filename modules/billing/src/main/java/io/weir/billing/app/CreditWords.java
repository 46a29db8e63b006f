package io.weir.billing.app;

import io.weir.kernel.api.TenantId;
import io.weir.metering.api.Meter;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.Meters;
import io.weir.platform.api.Messages;
import io.weir.subscriptions.api.CreditPackage;
import io.weir.subscriptions.api.CreditPurchases.Amount;
import io.weir.subscriptions.api.CreditPurchases.Purchase;
import io.weir.tenancy.api.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Optional;

/** What credits are called in a payment and on its invoice, in the seller's language: how many, of which package. */
@ApplicationScoped
public class CreditWords {
    private Tenants tenants;
    private Meters meters;
    private Messages messages;

    protected CreditWords() {
    }

    @Inject
    public CreditWords(Tenants tenants, Meters meters, Messages messages) {
        this.tenants = tenants;
        this.meters = meters;
        this.messages = messages;
    }

    public String of(TenantId tenant, CreditPackage offer) {
        return text(tenant, new Lot(Optional.of(offer.name()), new MeterKey(offer.meter()), offer.credits(),
                offer.bonus()));
    }

    public String of(TenantId tenant, Amount amount) {
        return text(tenant, new Lot(Optional.empty(), amount.meter(), amount.quantity(), 0));
    }

    public String of(TenantId tenant, Purchase bought) {
        return text(tenant, new Lot(bought.name(), bought.meter(), bought.credits(), bought.bonus()));
    }

    private String text(TenantId tenant, Lot lot) {
        var meter = meters.find(tenant, lot.meter)
                .orElseGet(() -> new Meter(lot.meter, lot.meter.value(), lot.meter.value(), 0));
        return PaymentDescriptions.cut(messages.text(tenants.byId(tenant).locale(), lot.code(), meter.unit(),
                units(lot.credits, meter), lot.name.orElse(""), units(lot.bonus, meter)));
    }

    private static BigDecimal units(long smallest, Meter meter) {
        return BigDecimal.valueOf(smallest, meter.decimals());
    }

    private record Lot(Optional<String> name, MeterKey meter, long credits, long bonus) {
        private String code() {
            return name.isEmpty() ? "CREDITS_AMOUNT" : bonus == 0 ? "CREDITS_PACKAGE" : "CREDITS_PACKAGE_WITH_BONUS";
        }
    }
}
