package io.weir.billing.app;

import io.weir.billing.domain.CreditPurpose;
import io.weir.billing.domain.PurchaseKind;
import io.weir.billing.domain.UnitPrice;
import io.weir.billing.domain.pricing.LineKind;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.metering.api.Meters;
import io.weir.metering.api.RateCards;
import io.weir.subscriptions.api.Catalogue;
import io.weir.subscriptions.api.CreditPackage;
import io.weir.subscriptions.api.CreditPurchases.Amount;
import io.weir.tenancy.api.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;

/** Which credits can be bought, and for how much. */
@ApplicationScoped
public class CreditOffers {
    private static final String UNIT_PRICE = "credits.unit-price";
    private static final String FIELD = "credits_amount";
    /** Whole credits in one purchase. */
    private static final long MOST = 100_000;

    private Catalogue catalogue;
    private Tenants tenants;
    private RateCards cards;
    private Meters meters;
    private CreditWords words;

    protected CreditOffers() {
    }

    @Inject
    public CreditOffers(Catalogue catalogue, Tenants tenants, RateCards cards, Meters meters, CreditWords words) {
        this.catalogue = catalogue;
        this.tenants = tenants;
        this.cards = cards;
        this.meters = meters;
        this.words = words;
    }

    Sale ofPackage(TenantId tenant, UUID id) {
        var offer = catalogue.creditPackage(tenant, id);
        if (!offer.active()) {
            throw Refusal.notFound("CREDIT_PACKAGE_NOT_FOUND").asException();
        }
        return item(tenant, offer);
    }

    /** The cheapest package of that size, should there be several. */
    Sale ofAmount(TenantId tenant, long credits) {
        if (credits < 1 || credits > MOST) {
            throw refused("OUT_OF_RANGE");
        }
        var meter = meters.find(tenant, cards.credits(tenant)).orElseThrow(() -> refused("NOT_A_PACKAGE"));
        var amount = new Amount(meter.key(), BigDecimal.valueOf(credits).movePointRight(meter.decimals())
                .longValueExact());
        return catalogue.creditPackages(tenant, false).stream().filter(amount::equalsThatOf).findFirst()
                .map(offer -> item(tenant, offer)).orElseGet(() -> atUnitPrice(tenant, credits, amount));
    }

    private Sale atUnitPrice(TenantId tenant, long credits, Amount amount) {
        var price = unitPrice(tenant).orElseThrow(() -> refused("NOT_A_PACKAGE")).of(credits);
        if (price.isZero()) {
            throw refused("OUT_OF_RANGE");
        }
        return new Sale(CreditPurpose.of(amount), LineKind.CREDITS, words.of(tenant, amount), price);
    }

    private Optional<UnitPrice> unitPrice(TenantId tenant) {
        var seller = tenants.byId(tenant);
        return seller.setting(UNIT_PRICE).map(text -> new UnitPrice(new BigDecimal(text), seller.currency()));
    }

    private Sale item(TenantId tenant, CreditPackage offer) {
        return new Sale(PurchaseKind.CREDITS.purpose(offer.id()), LineKind.CREDITS, words.of(tenant, offer),
                offer.price());
    }

    private static RuntimeException refused(String reason) {
        return Refusal.invalidField(FIELD, reason).asException();
    }
}
