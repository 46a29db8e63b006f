package io.weir.webadmin;

import io.weir.kernel.api.Uuids;
import io.weir.subscriptions.api.Catalogue;
import io.weir.subscriptions.api.ExtensionPackage;
import io.weir.subscriptions.api.PackageDrafts.ExtensionDraft;
import io.weir.subscriptions.api.Packages;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** One extension package: a new one, or the one of {@code ?id=}. */
@Named("extension")
@RequestScoped
public class ExtensionPage {
    private static final String BACK = "/packages?faces-redirect=true&kind=extensions";
    private static final ExtensionDraft ON_SALE_AGAIN = new ExtensionDraft(null, null, null, null, null, true);

    @Inject
    private Catalogue catalogue;
    @Inject
    private Packages packages;
    @Inject
    private Visitor visitor;
    @Inject
    private Notices notices;
    @Inject
    private Format format;

    private ExtensionPackage existing;
    private String name;
    private String description;
    private Long additionalCalls;
    private String price;
    private String currency;

    @PostConstruct
    void fill() {
        currency = visitor.tenant().currency().getCurrencyCode();
        visitor.parameter("id").ifPresent(id -> {
            existing = catalogue.extension(visitor.tenantId(), Uuids.parse(id));
            name = existing.name();
            description = existing.description();
            additionalCalls = existing.additionalCalls();
            price = existing.price().major().toPlainString();
            currency = existing.price().currency().getCurrencyCode();
        });
    }

    public String save() {
        var amount = Amounts.read(price, currency);
        if (amount.isEmpty()) {
            notices.wrong("form:price", format.text("amountForm"));
            return null;
        }
        var draft = new ExtensionDraft(name, description == null ? "" : description, additionalCalls, amount.get(),
                currency, null);
        return notices.attempt("form", () -> {
            var saved = isKnown() ? packages.changeExtension(visitor.tenantId(), existing.id(), draft)
                    : packages.createExtension(visitor.tenantId(), draft);
            notices.done(format.text("packageSaved", saved.name()));
            return BACK;
        });
    }

    public String retire() {
        return notices.attempt("sale", () -> {
            packages.retireExtension(visitor.tenantId(), existing.id());
            notices.done(format.text("packageRetired", existing.name()));
            return BACK;
        });
    }

    public String offer() {
        return notices.attempt("sale", () -> {
            packages.changeExtension(visitor.tenantId(), existing.id(), ON_SALE_AGAIN);
            notices.done(format.text("packageOffered", existing.name()));
            return BACK;
        });
    }

    public boolean isKnown() {
        return existing != null;
    }

    public boolean isOnSale() {
        return isKnown() && existing.active();
    }

    public String getId() {
        return isKnown() ? existing.id().toString() : "";
    }

    public String getHeading() {
        return isKnown() ? existing.name() : format.text("newExtension");
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getDescription() {
        return description;
    }

    public void setDescription(String description) {
        this.description = description;
    }

    public Long getAdditionalCalls() {
        return additionalCalls;
    }

    public void setAdditionalCalls(Long additionalCalls) {
        this.additionalCalls = additionalCalls;
    }

    public String getPrice() {
        return price;
    }

    public void setPrice(String price) {
        this.price = price;
    }

    public String getCurrency() {
        return currency;
    }

    public void setCurrency(String currency) {
        this.currency = currency;
    }
}
