package io.weir.subscriptions.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.weir.kernel.api.RefusedException;
import io.weir.kernel.api.TenantId;
import io.weir.subscriptions.api.PackageDrafts.CreditDraft;
import io.weir.subscriptions.api.PackageDrafts.ExtensionDraft;
import io.weir.subscriptions.api.PackageDrafts.PlanDraft;
import io.weir.subscriptions.api.Plan;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PackagesTest {
    private static final TenantId TENANT = OneTenant.ID;
    private final House house = new House();
    private final AddsMissingPackages definition =
            new AddsMissingPackages(house.shelf, house.packages, house.freePlans);
    private Plan free;

    @BeforeEach
    void open() {
        free = create("Gói Miễn Phí", "0");
    }

    @Test
    void aPlanGetsSlugRankAndCurrency() {
        var plan = create("Gói Đặc Biệt", "599000");
        assertThat(plan.slug()).isEqualTo("goi-dac-biet");
        assertThat(plan.rank()).isEqualTo(free.rank() + 1);
        assertThat(plan.price().currency().getCurrencyCode()).isEqualTo("VND");
        assertThat(create("Gói đặc-biệt", "1").slug()).isEqualTo("goi-dac-biet-2");
        assertThat(house.audit.actions).containsOnly("plan.created");
    }

    @Test
    void namesAndSlugsAreTakenOnce() {
        var plan = create("Pro", "1");
        assertThatThrownBy(() -> create("pRO ", "1")).hasMessage("NAME_TAKEN");
        assertThatThrownBy(() -> house.packages.createPlan(TENANT, draft("name", "Other", "slug", "pro")))
                .hasMessage("SLUG_TAKEN");
        var other = create("Other", "1");
        assertThatThrownBy(() -> change(other, "name", "PRO")).hasMessage("NAME_TAKEN");
        assertThat(change(plan, "name", "PRO").name()).isEqualTo("PRO");
    }

    @Test
    void aSlugStays() {
        var plan = create("Pro", "1");
        assertThat(change(plan, "slug", "pro").slug()).isEqualTo("pro");
        var refused = catchThrowableOfType(RefusedException.class, () -> change(plan, "slug", "other"));
        assertThat(refused.refusal().fields()).isEqualTo(Map.of("slug", "NOT_CHANGEABLE"));
    }

    @Test
    void aPlanInUseCanBeTakenOffSale() {
        var plan = create("Pro", "1");
        house.subscriptions.activate(TENANT, house.opened(), plan.id(), "payment/1");
        assertThat(change(plan, "isActive", false).active()).isFalse();
    }

    @Test
    void aPlanInUseStaysUntilItsLastPeriodIsOver() {
        var plan = create("Pro", "1");
        house.subscriptions.activate(TENANT, house.opened(), plan.id(), "payment/1");
        house.subscriptions.activate(TENANT, house.opened(), plan.id(), "payment/2");
        var refused = catchThrowableOfType(RefusedException.class, () -> house.packages.retirePlan(TENANT, plan.id()));
        assertThat(refused.refusal().code()).isEqualTo("PACKAGE_IN_USE");
        assertThat(refused.refusal().arguments()).containsExactly(2L);

        house.time.pass(Duration.ofDays(30));
        house.packages.retirePlan(TENANT, plan.id());
        house.packages.retirePlan(TENANT, plan.id());
        assertThat(new ShelfCatalogue(house.shelf).plans(TENANT, false)).extracting(Plan::name)
                .containsExactly("Gói Miễn Phí");
        assertThat(new ShelfCatalogue(house.shelf).plan(TENANT, plan.id()).active()).isFalse();
        assertThat(house.audit.actions).containsOnlyOnce("plan.retired");
    }

    @Test
    void eachChangeIsAVersionAndEarlierOnesStay() {
        var catalogue = new ShelfCatalogue(house.shelf);
        var plan = create("Pro", "100000");
        assertThat(plan.version()).isEqualTo(1);
        var bought = house.opened();
        house.subscriptions.activate(TENANT, bought, plan.id(), "payment/1");

        house.time.pass(Duration.ofDays(1));
        assertThat(change(plan, "price", "120000").version()).isEqualTo(2);
        assertThat(change(plan, "price", "120000").version()).isEqualTo(2);
        assertThat(change(plan, "isActive", false).version()).isEqualTo(3);

        assertThat(catalogue.planVersion(TENANT, plan.id(), 1)).isEqualTo(plan);
        assertThat(catalogue.planVersion(TENANT, plan.id(), 2).price().minor()).isEqualTo(120_000);
        assertThat(catalogue.planVersion(TENANT, plan.id(), 3).active()).isFalse();
        assertThat(catalogue.planVersions(TENANT, plan.id())).extracting(v -> v.plan().version())
                .containsExactly(3, 2, 1);
        assertThatThrownBy(() -> catalogue.planVersion(TENANT, plan.id(), 4)).hasMessage("PLAN_NOT_FOUND");
        var subscription = house.subscriptions.current(TENANT, bought).id();
        assertThat(house.holdings.lastPeriod(subscription).orElseThrow().planVersion()).isEqualTo(1);
        assertThat(house.audit.actions.stream().filter("plan.changed"::equals)).hasSize(2);
    }

    @Test
    void theFreePlanStaysFreeAndOnSale() {
        assertThatThrownBy(() -> house.packages.retirePlan(TENANT, free.id())).hasMessage("PLAN_FREE_REQUIRED");
        assertThatThrownBy(() -> change(free, "isActive", false)).hasMessage("PLAN_FREE_REQUIRED");
        assertThatThrownBy(() -> change(free, "price", "1")).hasMessage("PLAN_FREE_REQUIRED");
        assertThatThrownBy(() -> change(free, "minimum", BigDecimal.ONE)).hasMessage("PLAN_FREE_REQUIRED");
        assertThat(change(free, "apiLimit", 50L).apiLimit()).contains(50L);
    }

    @Test
    void unknownOnesAreNotFound() {
        assertThatThrownBy(() -> house.packages.retirePlan(TENANT, UUID.randomUUID())).hasMessage("PLAN_NOT_FOUND");
        assertThatThrownBy(() -> house.packages.retireExtension(TENANT, UUID.randomUUID()))
                .hasMessage("EXTENSION_NOT_FOUND");
    }

    @Test
    void extensionsAreRetiredEvenWhenBought() {
        var extension = house.packages.createExtension(TENANT, extension("1K"));
        assertThatThrownBy(() -> house.packages.createExtension(TENANT, extension("1k"))).hasMessage("NAME_TAKEN");
        house.packages.retireExtension(TENANT, extension.id());
        assertThat(new ShelfCatalogue(house.shelf).extensions(TENANT, false)).isEmpty();
        assertThat(new ShelfCatalogue(house.shelf).extensions(TENANT, true)).hasSize(1);
    }

    @Test
    void creditPackagesAreMadeChangedAndRetired() {
        var made = house.packages.createCredits(TENANT, credits("Basic", 1_000_000L));
        assertThatThrownBy(() -> house.packages.createCredits(TENANT, credits("basic ", 1L))).hasMessage("NAME_TAKEN");
        var other = house.packages.createCredits(TENANT, credits("Pro", 5_000_000L));
        assertThatThrownBy(() -> house.packages.changeCredits(TENANT, other.id(), credits("BASIC", null)))
                .hasMessage("NAME_TAKEN");

        var changed = house.packages.changeCredits(TENANT, made.id(),
                new CreditDraft(null, null, null, 70_000L, new BigDecimal("8"), null, null));
        assertThat(changed).extracting("name", "meter", "credits", "bonus")
                .containsExactly("Basic", "credits", 1_000_000L, 70_000L);
        assertThat(changed.price().minor()).isEqualTo(800);

        house.packages.retireCredits(TENANT, made.id());
        house.packages.retireCredits(TENANT, made.id());
        var catalogue = new ShelfCatalogue(house.shelf);
        assertThat(catalogue.creditPackages(TENANT, false)).extracting("name").containsExactly("Pro");
        assertThat(catalogue.creditPackages(TENANT, true)).hasSize(2);
        assertThat(catalogue.creditPackage(TENANT, made.id()).active()).isFalse();
        assertThat(house.audit.actions).containsSubsequence("credits.created", "credits.created", "credits.changed",
                "credits.retired").containsOnlyOnce("credits.retired");
        assertThatThrownBy(() -> house.packages.retireCredits(TENANT, UUID.randomUUID()))
                .hasMessage("CREDIT_PACKAGE_NOT_FOUND");
        assertThatThrownBy(() -> catalogue.creditPackage(TENANT, UUID.randomUUID()))
                .hasMessage("CREDIT_PACKAGE_NOT_FOUND");
    }

    @Test
    void theCatalogueFileAddsWhatIsMissingAndLeavesTheRest() {
        var plans = List.of(draft("name", "Basic", "slug", "basic"), draft("name", "Pro", "slug", "pro"));
        var credits = List.of(new CreditDraft("Starter", "credits", 50L, 5L, new BigDecimal("5"), "USD", null));
        definition.define(TENANT, plans, List.of(extension("1K")), credits);
        var basic = house.shelf.planBySlug("basic").orElseThrow().toPlan();
        change(basic, "name", "Renamed");
        definition.define(TENANT, plans, List.of(extension("1K")), credits);
        assertThat(house.shelf.plans()).hasSize(3);
        assertThat(house.shelf.planBySlug("basic").orElseThrow().name()).isEqualTo("Renamed");
        assertThat(house.shelf.extensions()).hasSize(1);
        assertThat(house.shelf.credits()).hasSize(1);
    }

    private Plan create(String name, String price) {
        return house.packages.createPlan(TENANT, Drafts.plan(Map.of("name", name, "price", price, "durationDays", 30)));
    }

    private Plan change(Plan plan, String field, Object value) {
        return house.packages.changePlan(TENANT, plan.id(), Drafts.plan(Map.of(field, value)));
    }

    private static PlanDraft draft(String key1, Object value1, String key2, Object value2) {
        return Drafts.plan(Map.of(key1, value1, key2, value2, "price", "1", "durationDays", 30));
    }

    private static CreditDraft credits(String name, Long credits) {
        return new CreditDraft(name, "credits", credits, 50_000L, new BigDecimal("9"), "USD", null);
    }

    private static ExtensionDraft extension(String name) {
        return new ExtensionDraft(name, null, 1_000L, new BigDecimal("49000"), null, null);
    }
}
