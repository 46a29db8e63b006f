package io.weir.subscriptions.app;

import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.AuditLog;
import io.weir.platform.api.Ids;
import io.weir.platform.api.RequestContext;
import io.weir.platform.api.TenantScoped;
import io.weir.subscriptions.api.CreditPackage;
import io.weir.subscriptions.api.ExtensionPackage;
import io.weir.subscriptions.api.PackageDrafts.CreditDraft;
import io.weir.subscriptions.api.PackageDrafts.ExtensionDraft;
import io.weir.subscriptions.api.PackageDrafts.PlanDraft;
import io.weir.subscriptions.api.Packages;
import io.weir.subscriptions.api.Plan;
import io.weir.subscriptions.domain.CreditContent;
import io.weir.subscriptions.domain.ExtensionContent;
import io.weir.subscriptions.domain.PlanContent;
import io.weir.subscriptions.domain.Shelf;
import io.weir.subscriptions.domain.Slugs;
import io.weir.subscriptions.domain.StoredCredits;
import io.weir.subscriptions.domain.StoredExtension;
import io.weir.subscriptions.domain.StoredPlan;
import io.weir.subscriptions.domain.StoredPlanVersion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** Checks every draft before it changes the shelf. Periods that are running keep what they were opened with. */
@ApplicationScoped
@Transactional
@TenantScoped
public class CheckedPackages implements Packages {
    private Shelf shelf;
    private Retirement retirement;
    private FreePlans freePlans;
    private Calendars calendars;
    private AuditLog audit;

    protected CheckedPackages() {
    }

    @Inject
    public CheckedPackages(Shelf shelf, Retirement retirement, FreePlans freePlans, Calendars calendars,
                           AuditLog audit) {
        this.shelf = shelf;
        this.retirement = retirement;
        this.freePlans = freePlans;
        this.calendars = calendars;
        this.audit = audit;
    }

    @Override
    public Plan createPlan(TenantId tenant, PlanDraft draft) {
        int rank = shelf.plans().stream().mapToInt(StoredPlan::rank).max().orElse(0) + 1;
        var content = PlanContent.blank(calendars.currency(tenant), rank).with(draft);
        requireFree(shelf.planByName(content.name()), Optional.empty());
        var plan = new StoredPlan(Ids.next(), slug(draft, content), content, calendars.now(tenant));
        shelf.add(plan);
        remember(tenant, plan);
        audit.record(tenant, "plan.created", subject(plan), null, content.facts());
        freePlans.giveWhereMissing(tenant);
        return plan.toPlan();
    }

    private String slug(PlanDraft draft, PlanContent content) {
        if (draft.slug() == null) {
            return Slugs.free(content.name(), slug -> shelf.planBySlug(slug).isPresent());
        }
        shelf.planBySlug(draft.slug()).ifPresent(other -> {
            throw Refusal.conflict("SLUG_TAKEN").asException();
        });
        return draft.slug();
    }

    @Override
    public Plan changePlan(TenantId tenant, UUID plan, PlanDraft draft) {
        var row = plan(plan);
        if (draft.slug() != null && !draft.slug().equals(row.slug())) {
            throw Refusal.invalidField("slug", "NOT_CHANGEABLE").asException();
        }
        return change(tenant, row, row.content().with(draft));
    }

    @Override
    public Plan definePlan(TenantId tenant, PlanDraft draft) {
        return shelf.planBySlug(draft.slug())
                .map(row -> change(tenant, row, PlanContent.blank(calendars.currency(tenant), row.rank()).with(draft)))
                .orElseGet(() -> createPlan(tenant, draft));
    }

    private Plan change(TenantId tenant, StoredPlan row, PlanContent after) {
        var before = row.content();
        requireFree(shelf.planByName(after.name()), Optional.of(row));
        retirement.requireChangeable(row, after);
        if (!after.sellsAs(before)) {
            row.change(after, calendars.now(tenant));
            remember(tenant, row);
            audit.record(tenant, "plan.changed", subject(row), before.facts(), after.facts());
            freePlans.giveWhereMissing(tenant);
        }
        return row.toPlan();
    }

    /** Each change is a version of its own: what was sold under an earlier one stays readable for ever. */
    private void remember(TenantId tenant, StoredPlan plan) {
        var by = RequestContext.current().map(RequestContext::actor).orElse("system");
        shelf.add(new StoredPlanVersion(Ids.next(), plan, calendars.now(tenant), by));
    }

    @Override
    public void retirePlan(TenantId tenant, UUID plan) {
        var row = plan(plan);
        if (row.active()) {
            var before = row.content();
            retirement.requireRetirable(row, calendars.now(tenant));
            row.retire(calendars.now(tenant));
            remember(tenant, row);
            audit.record(tenant, "plan.retired", subject(row), before.facts(), row.content().facts());
        }
    }

    @Override
    public ExtensionPackage createExtension(TenantId tenant, ExtensionDraft draft) {
        var content = ExtensionContent.blank(calendars.currency(tenant)).with(draft);
        requireFree(shelf.extensionByName(content.name()), Optional.empty());
        var extension = new StoredExtension(Ids.next(), content, calendars.now(tenant));
        shelf.add(extension);
        audit.record(tenant, "extension.created", subject(extension), null, content.facts());
        return extension.toPackage();
    }

    @Override
    public ExtensionPackage changeExtension(TenantId tenant, UUID extension, ExtensionDraft draft) {
        var row = extension(extension);
        var before = row.content();
        var after = before.with(draft);
        requireFree(shelf.extensionByName(after.name()), Optional.of(row));
        row.change(after, calendars.now(tenant));
        shelf.write();
        audit.record(tenant, "extension.changed", subject(row), before.facts(), after.facts());
        return row.toPackage();
    }

    @Override
    public void retireExtension(TenantId tenant, UUID extension) {
        var row = extension(extension);
        if (row.active()) {
            var before = row.content();
            row.retire(calendars.now(tenant));
            shelf.write();
            audit.record(tenant, "extension.retired", subject(row), before.facts(), row.content().facts());
        }
    }

    @Override
    public CreditPackage createCredits(TenantId tenant, CreditDraft draft) {
        var content = CreditContent.blank(calendars.currency(tenant)).with(draft);
        requireFree(shelf.creditsByName(content.name()), Optional.empty());
        var credits = new StoredCredits(Ids.next(), content, calendars.now(tenant));
        shelf.add(credits);
        audit.record(tenant, "credits.created", subject(credits), null, content.facts());
        return credits.toPackage();
    }

    @Override
    public CreditPackage changeCredits(TenantId tenant, UUID creditPackage, CreditDraft draft) {
        var row = credits(creditPackage);
        var before = row.content();
        var after = before.with(draft);
        requireFree(shelf.creditsByName(after.name()), Optional.of(row));
        row.change(after, calendars.now(tenant));
        shelf.write();
        audit.record(tenant, "credits.changed", subject(row), before.facts(), after.facts());
        return row.toPackage();
    }

    @Override
    public void retireCredits(TenantId tenant, UUID creditPackage) {
        var row = credits(creditPackage);
        if (row.active()) {
            var before = row.content();
            row.retire(calendars.now(tenant));
            shelf.write();
            audit.record(tenant, "credits.retired", subject(row), before.facts(), row.content().facts());
        }
    }

    /** The earlier answer to a race that the unique keys decide. */
    private static <T> void requireFree(Optional<T> holder, Optional<T> own) {
        if (holder.isPresent() && !holder.equals(own)) {
            throw Refusal.conflict("NAME_TAKEN").asException();
        }
    }

    private StoredPlan plan(UUID id) {
        return shelf.plan(id).orElseThrow(() -> Refusal.notFound("PLAN_NOT_FOUND").asException());
    }

    private StoredExtension extension(UUID id) {
        return shelf.extension(id).orElseThrow(() -> Refusal.notFound("EXTENSION_NOT_FOUND").asException());
    }

    private StoredCredits credits(UUID id) {
        return shelf.credits(id).orElseThrow(() -> Refusal.notFound("CREDIT_PACKAGE_NOT_FOUND").asException());
    }

    private static String subject(StoredPlan plan) {
        return "plan/" + plan.id();
    }

    private static String subject(StoredExtension extension) {
        return "extension/" + extension.id();
    }

    private static String subject(StoredCredits credits) {
        return "credits/" + credits.id();
    }
}
