package io.weir.webadmin;

import io.weir.bootstrap.api.CatalogueChange;
import io.weir.bootstrap.api.CatalogueFault;
import io.weir.bootstrap.api.CatalogueFiles;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.RefusedException;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The catalogue as one file: what it would change is shown first, and applied only to the catalogue it was made of. */
@Named("catalogueFile")
@RequestScoped
public class CataloguePage {
    private static final String BACK = "/catalogue?faces-redirect=true";
    private static final String FAULTS = "faults";

    @Inject
    private CatalogueFiles catalogue;
    @Inject
    private Names names;
    @Inject
    private Visitor visitor;
    @Inject
    private Notices notices;
    @Inject
    private Format format;

    private String text;
    private String tag;
    private CatalogueChange change;
    private List<CatalogueFault> faults = List.of();

    @PostConstruct
    void fill() {
        var exported = catalogue.export(visitor.tenantId());
        text = exported.yaml();
        tag = exported.tag();
    }

    public String check() {
        return attempt(() -> {
            change = catalogue.compare(visitor.tenantId(), given(), visitor.getLocale());
            return null;
        });
    }

    public String apply() {
        return attempt(() -> {
            var done = catalogue.replace(visitor.tenantId(), given(), Optional.of(tag), visitor.getLocale());
            notices.done(format.text("catalogueApplied", done.differences().size()));
            return BACK;
        });
    }

    private String given() {
        return text == null ? "" : text;
    }

    /** Faults are shown beside their lines, other refusals as everywhere. */
    private String attempt(Supplier<String> deed) {
        return notices.attempt("form", () -> {
            try {
                return deed.get();
            } catch (RefusedException refused) {
                if (refused.refusal().members().get(FAULTS) instanceof List<?> told) {
                    faults = told.stream().map(CatalogueFault.class::cast).toList();
                    return null;
                }
                throw refused;
            }
        });
    }

    public boolean isChecked() {
        return change != null;
    }

    public boolean isChanging() {
        return isChecked() && !change.differences().isEmpty();
    }

    /** Also while its button is being pressed, which would not count on a page without it. */
    public boolean isApplicable() {
        return isChanging() || visitor.parameter("form:apply").isPresent();
    }

    public List<CatalogueFault> getFaults() {
        return faults;
    }

    public List<CatalogueChange.Difference> getDifferences() {
        return change.differences();
    }

    public List<CatalogueChange.Warning> getWarnings() {
        return change.warnings();
    }

    public String getMonthlyBefore() {
        return money(change.impact().monthlyBefore());
    }

    public String getMonthlyAfter() {
        return money(change.impact().monthlyAfter());
    }

    private String money(BigDecimal major) {
        return format.money(Money.ofMajor(major, Currency.getInstance(change.impact().currency())));
    }

    public String getSubscriptions() {
        return format.number(change.impact().subscriptions());
    }

    public List<Row> getConcerned() {
        return change.impact().concerned().stream().map(this::row).toList();
    }

    private Row row(CatalogueChange.Concerned one) {
        return new Row(one.account().toString(), one.subscription().toString(),
                names.customer(new AccountId(one.account())).name(), one.plan(),
                one.takesEffect().map(format::time).orElseGet(() -> format.text("never")));
    }

    /** Says so when there are more of them than are shown. */
    public String getOnlyFirst() {
        int shown = change.impact().concerned().size();
        return shown < change.impact().subscriptions() ? format.text("catalogueFirst", shown) : "";
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public String getTag() {
        return tag;
    }

    public void setTag(String tag) {
        this.tag = tag;
    }

    /** A subscription that the change concerns. */
    public record Row(String id, String subscription, String account, String plan, String when) {
    }
}
