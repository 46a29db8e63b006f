package io.weir.systemtests.security;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.systemtests.harness.Api;
import io.weir.systemtests.harness.AsidePiece;
import io.weir.systemtests.harness.OwedInvoice;
import io.weir.systemtests.harness.Route;
import io.weir.systemtests.harness.RunningWeir;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.imageio.ImageIO;

/**
 * One of everything that an account of a tenant can own and that the tenant can sell, really bought and made, known by
 * the path parameter that names it. A route with a new parameter needs its line in {@link #ids}.
 */
final class Belongings {
    /** Changes by looking. */
    private static final Set<String> VOLATILE = Set.of("lastUsedAt", "requestId", "ageSeconds");

    private final Api owner;
    private final Api administrator;
    private final Map<String, String> ids;

    private Belongings(Api owner, Api administrator, Map<String, String> ids) {
        this.owner = owner;
        this.administrator = administrator;
        this.ids = Map.copyOf(ids);
    }

    static Belongings in(RunningWeir weir, String tenant) {
        var admin = weir.api(tenant).administrator();
        var customer = weir.api(tenant).newCustomer();
        weir.api(tenant).signIn(customer.email(), customer.password());
        var owner = customer.api();
        var ids = new HashMap<String, String>();
        sell(admin, ids);
        buy(owner, admin, ids);
        ids.put("/api/admin/reconciliation/agreements/{agreement}",
                agreement(weir, tenant, admin, ids.get("/api/admin/packages/subscriptions/{id}")));
        ids.put("/api/keys/{id}",
                owner.post("/api/keys", Map.of("name", "isolated", "tier", "free")).expect(201).text("id"));
        ids.put("/api/auth/sessions/{id}", otherSession(owner));
        ids.put("/api/billing/subscriptions/{id}", owner.get("/api/subscription").expect(200).text("id"));
        ids.put("/api/admin/subscriptions/{id}", ids.get("/api/billing/subscriptions/{id}"));
        var invoice = first(owner.get("/api/billing/invoices").expect(200).json());
        ids.put("/api/billing/invoices/{id}", invoice);
        ids.put("/api/admin/invoices/{id}", invoice);
        ids.put("/api/admin/dunning/{invoice}", OwedInvoice.in(weir, tenant).id());
        ids.put("/api/admin/set-aside/{id}", AsidePiece.in(weir, tenant, "isolation", invoice));
        var account =
                first(admin.get("/api/admin/customers?search=" + customer.email()).expect(200).json().path("items"));
        ids.put("/api/admin/customers/{id}", account);
        ids.put("/api/admin/customers/{account}", account);
        admin.post("/api/admin/customers/" + account + "/credit", Map.of("amount", 7100, "note", "isolation"))
                .expect(200);
        ids.put("/api/admin/decisions/{id}",
                first(admin.get("/api/admin/decisions?status=done").expect(200).json().path("items")));
        receive(admin, ids);
        ids.put("/api/admin/service-keys/{id}",
                admin.post("/api/admin/service-keys", Map.of("name", "isolated")).expect(201).text("id"));
        ids.put("/api/metering/reservations/{id}", owner.post("/api/metering/reservations",
                Map.of("meter", "calls", "quantity", 7, "ttlSeconds", 3600)).expect(201).text("id"));
        return new Belongings(owner, admin, ids);
    }

    /** As a job writes it down; retried a year from now. */
    private static void sell(Api admin, Map<String, String> ids) {
        var name = "Isolated " + Api.word();
        var plan = admin.post("/api/admin/packages/subscriptions", Map.of("name", name, "price", 71000,
                "currency", "VND", "durationDays", 30, "apiLimit", 7100, "requestsPerMinute", 600)).expect(201)
                        .text("id");
        var extension = admin.post("/api/admin/packages/extensions", Map.of("name", name, "price", 7100,
                "currency", "VND", "additionalCalls", 710)).expect(201).text("id");
        var credits = admin.post("/api/admin/packages/credits", Map.of("name", name, "meter", "calls", "price", 7100,
                "currency", "VND", "credits", 710, "bonus", 71)).expect(201).text("id");
        ids.put("/api/admin/packages/credits/{id}", credits);
        ids.put("/api/admin/packages/subscriptions/{id}", plan);
        ids.put("/api/admin/packages/extensions/{id}", extension);
        ids.put("/api/api-extensions/packages/{id}", extension);
    }

    /** A plan and an extension that are paid, and a payment that waits for its approval. */
    private static void buy(Api owner, Api admin, Map<String, String> ids) {
        var plan = ids.get("/api/admin/packages/subscriptions/{id}");
        approve(admin, owner.post("/api/payment/create", Map.of("packageId", plan, "gateway", "manual")).expect(201));
        var order = Map.of("extensionPackageId", ids.get("/api/api-extensions/packages/{id}"), "gateway", "manual");
        var extension = owner.post("/api/api-extensions/payment/create", order).expect(201);
        approve(admin, extension);
        var open = owner.post("/api/api-extensions/payment/create", order).expect(201);
        ids.put("/api/api-extensions/payment/check/{orderCode}", extension.text("orderCode"));
        ids.put("/api/admin/refunds/{id}", admin.post("/api/admin/payments/" + extension.text("id") + "/refund",
                Map.of("amount", 71, "reason", "isolation")).expect(200).json().path("refund").path("id").asText());
        for (var parameter : List.of("/api/payments/{id}", "/api/billing/payments/{id}", "/api/admin/payments/{id}",
                "/api/admin/reconciliation/{payment}")) {
            ids.put(parameter, open.text("id"));
        }
        var proof = owner.file("/api/payments/" + open.text("id") + "/proof", "proof.png", picture()).expect(201);
        ids.put("/api/payments/{id}/proof/{proof}", proof.text("id"));
        ids.put("/api/admin/payments/{id}/proofs/{proof}", proof.text("id"));
        // Gateways' tokens: nobody here has one of this name, so that forgetting it must find nothing.
        ids.put("/api/billing/payment-methods/{id}", "pm_isolated");
        ids.put("/api/payment/payment-methods/{id}", "pm_isolated");
    }

    /** Somebody's plan that its gateway charges each period. */
    private static String agreement(RunningWeir weir, String tenant, Api admin, String plan) {
        var customer = weir.api(tenant).newCustomer().api();
        var opened = customer.post("/api/payment/create", Map.of("packageId", plan, "gateway", "sandbox")).expect(201);
        customer.with("Content-Type", "application/x-www-form-urlencoded").send("POST",
                URI.create(opened.text("checkoutUrl")).getPath(), "outcome=succeed").expect(200);
        return Api.eventually(() -> running(admin, opened.text("id")), id -> !id.isEmpty());
    }

    private static String running(Api admin, String payment) {
        for (var one : admin.get("/api/admin/reconciliation/agreements?limit=100").expect(200).json().path("items")) {
            if (one.path("agreement").path("payment").asText().equals(payment)) {
                return one.path("agreement").path("id").asText();
            }
        }
        return "";
    }

    /** A line of a bank statement, and a gateway's notice that has been applied. */
    private static void receive(Api admin, Map<String, String> ids) {
        admin.with("Content-Type", "text/csv").post("/api/admin/statements", statement(Api.word())).expect(201);
        ids.put("/api/admin/statements/lines/{id}",
                first(admin.get("/api/admin/statements/lines?status=open").expect(200).json().path("items")));
        admin.post("/api/admin/gateways/sandbox/test-notice", null).expect(200);
        var notice = Api.eventually(() -> admin.get("/api/admin/webhooks?gateway=sandbox&limit=1").expect(200).json()
                .path("items").path(0), newest -> newest.path("state").asText().equals("applied"));
        ids.put("/api/admin/webhooks/{id}", notice.path("id").asText());
    }

    static String statement(String memo) {
        return "Date,Amount,Description\n2026-11-25,7777," + memo + "\n";
    }

    static byte[] picture() {
        try (var bytes = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void approve(Api admin, Api.Answer payment) {
        admin.post("/api/admin/payments/" + payment.text("id") + "/approve", Map.of("note", "isolation")).expect(200);
    }

    private static String otherSession(Api owner) {
        for (var session : owner.get("/api/auth/sessions").expect(200).json()) {
            if (!session.path("current").asBoolean()) {
                return session.path("id").asText();
            }
        }
        throw new AssertionError("one session only");
    }

    private static String first(JsonNode list) {
        var id = list.path(0).path("id").asText();
        if (id.isEmpty()) {
            throw new AssertionError("nothing in " + list);
        }
        return id;
    }

    boolean has(String parameter) {
        return ids.containsKey(parameter);
    }

    /** The route with the ids of these objects. */
    String pathOf(Route route) {
        return route.with(parameter -> {
            if (!has(parameter)) {
                throw new AssertionError("no fixture names " + parameter);
            }
            return ids.get(parameter);
        });
    }

    /** All of it as its owner, and where only an administrator may look, the tenant's administrator sees it. */
    Map<String, JsonNode> asSeenBy(List<Route> routes) {
        var seen = new TreeMap<String, JsonNode>();
        for (var route : routes) {
            if (route.isReading() && (!route.isAdministration() || route.hasParameters())) {
                var who = route.isAdministration() ? administrator : owner;
                var answer = who.get(pathOf(route));
                // A tenant without a rate card has no credits to show; that stays as it is, too.
                seen.put(route.path(), steady((answer.status() == 404 ? answer : answer.expect(200)).json()));
            }
        }
        return seen;
    }

    private static JsonNode steady(JsonNode json) {
        for (var child : json) {
            steady(child);
        }
        if (json instanceof ObjectNode object) {
            object.remove(VOLATILE);
        }
        return json;
    }
}
