package io.weir.webadmin;

import io.weir.kernel.api.Uuids;
import io.weir.metering.api.Meter;
import io.weir.metering.api.Meters;
import io.weir.subscriptions.api.Catalogue;
import io.weir.subscriptions.api.PackageDrafts.PlanDraft;
import io.weir.subscriptions.api.Packages;
import io.weir.subscriptions.api.Plan;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** One subscription package: a new one, or the one of {@code ?id=}. */
@Named("plan")
@RequestScoped
public class PlanPage {
    private static final String BACK = "/packages?faces-redirect=true";

    @Inject
    private Catalogue catalogue;
    @Inject
    private Packages packages;
    @Inject
    private Meters meters;
    @Inject
    private Names names;
    @Inject
    private Visitor visitor;
    @Inject
    private Notices notices;
    @Inject
    private Format format;

    private Plan existing;
    private final PlanForm form = new PlanForm();

    @PostConstruct
    void fill() {
        visitor.parameter("id").ifPresentOrElse(id -> {
            existing = catalogue.plan(visitor.tenantId(), Uuids.parse(id));
            form.fill(existing, decimals());
        }, () -> form.blank(visitor.tenant().currency()));
    }

    public String save() {
        var price = Amounts.read(form.getPrice(), form.getCurrency());
        var features = FeatureText.read(form.getFeatures());
        if (price.isEmpty()) {
            notices.wrong("form:price", format.text("amountForm"));
        }
        if (features.isEmpty()) {
            notices.wrong("form:features", format.text("featuresForm"));
        }
        if (!form.isOverageReadable()) {
            notices.wrong("form:overagePercent", format.text("overageForm"));
        }
        var charges = ChargeText.read(form.getCharges(), decimals());
        if (charges.isEmpty()) {
            notices.wrong("form:charges", format.text("chargesForm"));
        }
        if (!form.isMinimumReadable()) {
            notices.wrong("form:minimum", format.text("amountForm"));
        }
        boolean unclear = price.isEmpty() || features.isEmpty() || charges.isEmpty() || !form.isOverageReadable()
                || !form.isMinimumReadable();
        return unclear ? null : save(form.draft(price.get(), features.get(), charges.get()));
    }

    private Map<String, Integer> decimals() {
        return meters.of(visitor.tenantId()).stream()
                .collect(Collectors.toMap(meter -> meter.key().value(), Meter::decimals));
    }

    private String save(PlanDraft draft) {
        return notices.attempt("form", () -> {
            var saved = isKnown() ? packages.changePlan(visitor.tenantId(), id(), draft)
                    : packages.createPlan(visitor.tenantId(), draft);
            notices.done(format.text("packageSaved", saved.name()));
            return BACK;
        });
    }

    public String retire() {
        return notices.attempt("sale", () -> {
            packages.retirePlan(visitor.tenantId(), id());
            notices.done(format.text("packageRetired", existing.name()));
            return BACK;
        });
    }

    public String offer() {
        return notices.attempt("sale", () -> {
            packages.changePlan(visitor.tenantId(), id(), PlanForm.ON_SALE_AGAIN);
            notices.done(format.text("packageOffered", existing.name()));
            return BACK;
        });
    }

    /** What it was, newest first. */
    public List<VersionRow> getVersions() {
        return !isKnown() ? List.of() : catalogue.planVersions(visitor.tenantId(), id()).stream()
                .map(version -> new VersionRow(format.number(version.plan().version()), format.time(version.since()),
                        names.person(version.by()), format.money(version.plan().price()),
                        version.plan().active())).toList();
    }

    public boolean isKnown() {
        return existing != null;
    }

    public boolean isOnSale() {
        return isKnown() && existing.active();
    }

    public String getId() {
        return isKnown() ? id().toString() : "";
    }

    public String getName() {
        return isKnown() ? existing.name() : format.text("newPlan");
    }

    public String getSlug() {
        return isKnown() ? existing.slug() : "";
    }

    public PlanForm getForm() {
        return form;
    }

    private UUID id() {
        return existing.id();
    }

    /** A version of the plan, and who made it so. */
    public record VersionRow(String number, String since, String by, String price, boolean onSale) {
    }
}
