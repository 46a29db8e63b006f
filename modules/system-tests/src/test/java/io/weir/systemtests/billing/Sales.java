package io.weir.systemtests.billing;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.systemtests.harness.Api;
import io.weir.systemtests.harness.OwnTenant;
import io.weir.systemtests.harness.RunningWeir;
import io.weir.systemtests.harness.Shop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** A tenant that bills: plans with terms, customers who order and pay, and a clock that is moved. */
final class Sales {
    final RunningWeir weir;
    final String tenant;

    Sales(RunningWeir weir, String tenant) {
        this.weir = weir;
        this.tenant = tenant;
    }

    /** In a tenant of its own, with the catalogue of smartspec, on a server that others use too. */
    static Sales alone(RunningWeir weir, String tenant) {
        OwnTenant.open(weir, tenant, "USD", true);
        var file = Path.of(System.getProperty("weir.root"), "src/catalogue/smartspec.yaml");
        try {
            weir.api(tenant).administrator().with("Content-Type", "application/yaml").put("/api/admin/catalogue",
                    Files.readString(file).replace("slug: smartspec", "slug: " + tenant)).expect(200);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Sales(weir, tenant);
    }

    /** Signed in anew each time: tokens run out by the clock that is moved. */
    Api admin() {
        return weir.api(tenant).administrator();
    }

    /** The terms of billing, as JSON. */
    void terms(String json) {
        sql("INSERT INTO billing_terms (tenant_id, id, version_no, terms, since, changed_by) SELECT id, UUID(),"
                + " 1 + (SELECT COUNT(*) FROM billing_terms), ?, NOW(3), 'test' FROM tenancy_tenant WHERE slug = ?",
                json, tenant);
    }

    /** A plan of 30 days unless {@code terms} say otherwise; {@code more} is JSON over its version's content. */
    String plan(Map<String, ?> terms, String more) {
        var id = new Shop(weir, tenant).plan(terms);
        sql("UPDATE subscriptions_plan_version SET content = JSON_MERGE_PATCH(content, ?) WHERE plan_id = ?", more, id);
        sql("UPDATE subscriptions_plan p JOIN subscriptions_plan_version v ON v.plan_id = p.id"
                + " SET p.trial_days = JSON_VALUE(v.content, '$.trialDays'),"
                + " p.renewal = JSON_VALUE(v.content, '$.renewal'), p.charges = JSON_QUERY(v.content, '$.charges'),"
                + " p.minimum_minor = 100 * JSON_VALUE(v.content, '$.minimum') WHERE p.id = ?", id);
        return id;
    }

    Shop.Buyer customer() {
        return new Shop(weir, tenant).visitor();
    }

    Shop.Buyer again(Shop.Buyer buyer) {
        return new Shop.Buyer(weir.api(tenant).signIn(buyer.customer().email(), buyer.customer().password()),
                buyer.account());
    }

    /** Orders and has it approved; answers the payment's id. */
    String buy(Shop.Buyer buyer, String plan, Map<String, ?> more) {
        var body = new HashMap<String, Object>(Map.of("packageId", plan, "gateway", "manual"));
        body.putAll(more);
        var payment = buyer.api().post("/api/payment/create", body).expect(201).text("id");
        approve(payment);
        return payment;
    }

    void approve(String payment) {
        admin().post("/api/admin/payments/" + payment + "/approve", Map.of("note", "sales")).expect(200);
    }

    JsonNode invoices(Shop.Buyer buyer, String query) {
        return admin().get("/api/admin/invoices?account=" + buyer.account() + "&limit=100" + query).expect(200).json()
                .path("items");
    }

    JsonNode subscription(Shop.Buyer buyer) {
        return again(buyer).api().get("/api/subscription").expect(200).json();
    }

    void advance(String period) {
        advance(Map.of("by", period));
    }

    void advanceTo(Instant moment) {
        advance(Map.of("to", moment.toString()));
    }

    private void advance(Map<String, ?> wish) {
        admin().post("/api/admin/clock/advance", wish);
        Api.eventually(() -> admin().get("/api/admin/clock").expect(200), read -> !read.json().has("target"));
    }

    Instant now() {
        return Instant.parse(admin().get("/api/admin/clock").expect(200).text("now"));
    }

    void sql(String sql, Object... arguments) {
        try (var connection = weir.database(); var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
