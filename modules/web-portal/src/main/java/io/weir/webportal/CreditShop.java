package io.weir.webportal;

import io.weir.billing.api.Purchases;
import io.weir.kernel.api.Uuids;
import io.weir.metering.api.Meter;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.Meters;
import io.weir.subscriptions.api.Catalogue;
import io.weir.subscriptions.api.CreditPackage;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Buying credits: packages to choose from, and how to pay for one. */
@Named
@RequestScoped
public class CreditShop {
    @Inject
    private Catalogue catalogue;
    @Inject
    private Meters meters;
    @Inject
    private Purchases purchases;
    @Inject
    private Checkouts checkouts;
    @Inject
    private Visitor visitor;
    @Inject
    private Notices notices;
    @Inject
    private Format format;

    private List<CreditPackage> packages;
    private List<Offer> offers;

    @PostConstruct
    void look() {
        packages = catalogue.creditPackages(visitor.tenantId(), false);
        offers = packages.stream().map(this::offer).toList();
    }

    private Offer offer(CreditPackage credits) {
        var key = new MeterKey(credits.meter());
        var meter = meters.find(visitor.tenantId(), key).orElseGet(() -> new Meter(key, key.value(), key.value(), 0));
        return new Offer(credits.id().toString(), credits.name(), format.money(credits.price()),
                format.quantity(credits.credits(), meter.decimals()) + " " + meter.unit(), credits.bonus() == 0 ? ""
                : format.text("creditsBonus", format.quantity(credits.bonus(), meter.decimals()), meter.unit()));
    }

    public List<Offer> getOffers() {
        return offers;
    }

    /** The package that was chosen, as the address names it; its form carries the name on. */
    public Offer getChosen() {
        return visitor.parameter("package").flatMap(id -> offers.stream().filter(o -> o.id().equals(id)).findFirst())
                .orElse(null);
    }

    public String pay() {
        return notices.attempt("form", () -> checkouts.proceed(purchases.creditPackage(visitor.caller(),
                Uuids.parse(visitor.parameter("package").orElse("")), checkouts.how()).toPay()));
    }

    public WaysToPay getWays() {
        return checkouts.ways(packages.stream().filter(p -> p.id().toString().equals(getChosen().id())).findFirst()
                .orElseThrow().price());
    }

    /** A package on offer; {@code bonus} is empty when there is none. */
    public record Offer(String id, String name, String price, String credits, String bonus) {
    }
}
