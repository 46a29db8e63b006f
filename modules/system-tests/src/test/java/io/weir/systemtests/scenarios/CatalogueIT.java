package io.weir.systemtests.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.systemtests.harness.Api;
import io.weir.systemtests.harness.OwnTenant;
import io.weir.systemtests.harness.RunningWeir;
import io.weir.systemtests.harness.Shop;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A catalogue as one file: what it would change, that it changes it whole or not at all, and who may not. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CatalogueIT {
    private static final String PATH = "/api/admin/catalogue";
    private final RunningWeir weir = RunningWeir.shared();
    private Api admin;
    private String shipped;

    @BeforeAll
    void read() {
        admin = weir.api("odoo-saas").administrator();
        shipped = yaml(admin);
    }

    @AfterAll
    void putBack() {
        put(admin, shipped).expect(200);
    }

    @Test
    void what_is_read_changes_nothing_when_it_is_put_back() {
        var answer = admin.with("Accept", "application/yaml").get(PATH).expect(200);
        assertThat(answer.header("Content-Type")).startsWith("application/yaml");
        assertThat(answer.response().body()).contains("slug: odoo-saas", "slug: starter");
        assertThat(admin.get(PATH).expect(200).json().path("plans").path(1).path("slug").asText())
                .isEqualTo("starter");
        var change = put(admin, answer.response().body()).expect(200);
        assertThat(change.json().path("differences")).isEmpty();
        assertThat(change.header("ETag")).isEqualTo(answer.header("ETag"));
        assertThat(admin.with("If-None-Match", answer.header("ETag")).get(PATH).status()).isEqualTo(304);
    }

    @Test
    void a_trial_tells_what_would_change_for_whom_and_when() {
        var before = yaml(admin);
        var buyer = new Shop(weir, "odoo-saas").buyerOf(idOf("starter"));
        var dearer = priced(before, "starter", 35);
        var trial = admin.with("Content-Type", "application/yaml").with("Accept-Language", "en")
                .put(PATH + "?dryRun=true", dearer).expect(200).json();
        assertThat(trial.path("applied").asBoolean()).isFalse();
        assertThat(trial.path("differences")).hasSize(1);
        var difference = trial.path("differences").path(0);
        assertThat(difference.path("subject").asText()).isEqualTo("plans/starter");
        assertThat(difference.path("field").asText()).isEqualTo("price");
        assertThat(difference.path("text").asText()).matches("Plan starter: price changes from [0-9.]+ to 35\\.00");
        var impact = trial.path("impact");
        long concerned = impact.path("subscriptions").asLong();
        assertThat(concerned).isPositive();
        assertThat(impact.path("monthlyAfter").decimalValue().subtract(impact.path("monthlyBefore").decimalValue()))
                .isPositive();
        var mine = StreamSupport.stream(impact.path("concerned").spliterator(), false)
                .filter(one -> one.path("account").asText().equals(buyer.account())).findFirst().orElseThrow();
        assertThat(mine.path("takesEffect").asText()).isEqualTo(
                buyer.api().get("/api/subscription").expect(200).text("currentPeriodEnd"));
        assertThat(yaml(admin)).isEqualTo(before);
    }

    @Test
    void who_reads_an_old_catalogue_does_not_overwrite_the_new_one() {
        var old = admin.get(PATH).expect(200).header("ETag");
        var before = yaml(admin);
        var changed = admin.with("If-Match", old).with("Content-Type", "application/yaml")
                .put(PATH, before.replace("Look around the portal", "Look well around the portal")).expect(200);
        assertThat(changed.json().path("applied").asBoolean()).isTrue();
        var late = admin.with("If-Match", old).with("Content-Type", "application/yaml").put(PATH, before).expect(412);
        assertThat(late.text("code")).isEqualTo("CATALOGUE_CHANGED");
        assertThat(yaml(admin)).contains("Look well around the portal");
        assertThat(admin.get(PATH).header("ETag")).isEqualTo(changed.header("ETag"));
    }

    @Test
    void a_changed_price_is_a_version_and_the_old_one_stays() {
        var plan = idOf("business");
        var versions = versions(plan);
        var price = versions.path(0).path("package").path("price").decimalValue();
        put(admin, priced(yaml(admin), "business", 123)).expect(200);
        var after = versions(plan);
        assertThat(after).hasSize(versions.size() + 1);
        assertThat(after.path(0).path("package").path("price").decimalValue()).isEqualByComparingTo("123");
        assertThat(after.path(1).path("package").path("price").decimalValue()).isEqualByComparingTo(price);
    }

    @Test
    void all_faults_are_told_with_their_places_and_nothing_changes() {
        var before = yaml(admin);
        var wrong = before.replaceFirst("name: Odoo SaaS\n", "name: Another\nbrandd: x\n")
                .replaceFirst("rank: 1\n", "rank: one\n");
        var refused = admin.with("Accept-Language", "en").with("Content-Type", "application/yaml").put(PATH, wrong)
                .expect(400);
        assertThat(refused.text("code")).isEqualTo("CATALOGUE_FAULTY");
        var faults = refused.json().path("faults");
        assertThat(faults).hasSize(2);
        assertThat(faults.path(0).path("line").asInt()).isEqualTo(3);
        assertThat(faults.path(0).path("message").asText()).isEqualTo(
                "brandd: is not a known key; did you mean brand?");
        assertThat(faults.path(1).path("path").asText()).isEqualTo("plans[1].rank");
        assertThat(yaml(admin)).isEqualTo(before);
        assertThat(admin.with("Accept-Language", "vi").with("Content-Type", "application/yaml").put(PATH, wrong)
                .json().path("faults").path(0).path("message").asText()).contains("có phải ý bạn là brand?");
    }

    @Test
    void what_a_module_refuses_leaves_all_as_it_was() {
        var chat = weir.api("chat").administrator();
        weir.api("chat").newCustomer();
        var before = yaml(chat);
        var without = before.replaceAll("(?m)^  - key: tokens\\n(    .*\\n)+", "").replaceAll("(?m)^      tokens: .*\\n",
                "");
        var refused = put(chat, priced(without, "plus", 11)).expect(400);
        assertThat(refused.json().path("faults").path(0).path("code").asText()).isEqualTo("METER_IN_USE");
        assertThat(yaml(chat)).isEqualTo(before);
    }

    @Test
    void the_same_file_sells_the_same_for_another_tenant() {
        OwnTenant.open(weir, "promoted", "USD", false);
        var other = weir.api("promoted").administrator();
        var file = yaml(admin);
        var promoted = put(other, file).expect(200).json();
        assertThat(promoted.path("warnings")).extracting(warning -> warning.path("code").asText())
                .containsExactly("CATALOGUE_OTHER_TENANT", "CATALOGUE_STAYS_REAL");
        assertThat(yaml(other).replace("slug: promoted", "slug: odoo-saas").replace("sandbox: false", "sandbox: true"))
                .isEqualTo(file);
        var names = StreamSupport.stream(other.get("/api/billing/plans").expect(200).json().spliterator(), false)
                .map(plan -> plan.path("slug").asText()).toList();
        assertThat(names).contains("free", "starter", "business");
    }

    @Test
    void a_plan_that_is_missing_goes_off_sale_and_one_that_is_new_is_sold() {
        var before = yaml(admin);
        var added = before.replaceFirst("(?m)^plans:\\n", """
                plans:
                  - {slug: big, name: Big, price: 500, interval: year, rank: 9, requestsPerMinute: 0, trialDays: 7,
                     renewal: invoice, quotas: {calls: 1000000}, minimum: 600,
                     charges: [{meter: calls, model: perUnit, included: 1000000, unitPrice: 0.0005}]}
                """);
        put(admin, added).expect(200);
        var big = admin.get("/api/admin/packages/subscriptions/" + idOf("big")).expect(200).json();
        assertThat(big.path("charges").path(0).path("unitPrice").decimalValue()).isEqualByComparingTo("0.0005");
        assertThat(big.path("trialDays").asInt()).isEqualTo(7);
        put(admin, before).expect(200);
        assertThat(admin.get("/api/billing/plans").expect(200).json().findValuesAsText("slug")).doesNotContain("big");
        assertThat(yaml(admin)).isEqualTo(before);
        var refused = put(admin, before.replaceFirst("(?m)^  - slug: free\\n(    .*\\n)+", "")).expect(400);
        assertThat(refused.json().path("faults").path(0).path("code").asText()).isEqualTo("CATALOGUE_NEEDS_FREE");
    }

    private static String yaml(Api admin) {
        return admin.with("Accept", "application/yaml").get(PATH).expect(200).response().body();
    }

    private static Api.Answer put(Api admin, String yaml) {
        return admin.with("Content-Type", "application/yaml").put(PATH, yaml);
    }

    /** The file with another price of a plan. */
    private static String priced(String yaml, String plan, int price) {
        var changed = yaml.replaceFirst("(?s)(slug: " + plan + "\\n.*?price: )[0-9.]+", "$1" + price);
        assertThat(changed).isNotEqualTo(yaml);
        return changed;
    }

    private String idOf(String slug) {
        return StreamSupport.stream(admin.get("/api/admin/packages/subscriptions").expect(200).json().spliterator(),
                false).filter(plan -> plan.path("slug").asText().equals(slug)).findFirst().orElseThrow()
                .path("id").asText();
    }

    private JsonNode versions(String plan) {
        return admin.get("/api/admin/packages/subscriptions/" + plan + "/versions").expect(200).json();
    }
}
