package io.weir.webportal;

import io.weir.billing.api.Purchases;
import io.weir.kernel.api.RefusedException;
import io.weir.kernel.api.Uuids;
import io.weir.subscriptions.api.Catalogue;
import io.weir.subscriptions.api.ExtensionPackage;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Buying more calls for the running period. */
@Named
@RequestScoped
public class Extensions {
    @Inject
    private Catalogue catalogue;
    @Inject
    private io.weir.subscriptions.api.Extensions extensions;
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

    private String whyNot;
    private List<Offer> offers;
    private List<Bought> history;

    @PostConstruct
    void look() {
        try {
            extensions.requireExtendable(visitor.tenantId(), visitor.account());
        } catch (RefusedException refused) {
            whyNot = notices.text(refused.refusal());
        }
    }

    /** The extension that was chosen, as the address names it. */
    public Offer getChosen() {
        return visitor.parameter("extension").filter(id -> isExtendable())
                .flatMap(id -> getOffers().stream().filter(o -> o.id().equals(id)).findFirst()).orElse(null);
    }

    public String pay() {
        return notices.attempt("form", () -> checkouts.proceed(purchases.extension(visitor.caller(),
                Uuids.parse(visitor.parameter("extension").orElse("")), checkouts.how()).toPay()));
    }

    public List<Offer> getOffers() {
        if (offers == null) {
            offers = packages().stream().map(this::offer).toList();
        }
        return offers;
    }

    public List<Bought> getHistory() {
        if (history == null) {
            history = extensions.history(visitor.tenantId(), visitor.account()).stream()
                    .map(p -> new Bought(format.time(p.purchasedAt()), p.extensionPackageName(),
                            format.money(p.price()))).toList();
        }
        return history;
    }

    private List<ExtensionPackage> packages() {
        return catalogue.extensions(visitor.tenantId(), false);
    }

    private Offer offer(ExtensionPackage x) {
        BigDecimal each = x.price().major().divide(BigDecimal.valueOf(x.additionalCalls()), 4, RoundingMode.HALF_UP)
                .stripTrailingZeros();
        return new Offer(x.id().toString(), x.name(), x.description(), format.money(x.price()),
                format.text("moreCalls", x.additionalCalls()),
                format.text("perCall", each.toPlainString() + " " + x.price().currency().getCurrencyCode()));
    }

    public boolean isExtendable() {
        return whyNot == null;
    }

    public String getWhyNot() {
        return whyNot;
    }

    public WaysToPay getWays() {
        return checkouts.ways(packages().stream().filter(p -> p.id().toString().equals(getChosen().id())).findFirst()
                .orElseThrow().price());
    }

    /** An extension on offer. */
    public record Offer(String id, String name, String description, String price, String calls, String perCall) {
    }

    /** One that was bought. */
    public record Bought(String date, String name, String price) {
    }
}
