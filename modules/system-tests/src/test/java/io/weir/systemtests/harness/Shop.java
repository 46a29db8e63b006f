package io.weir.systemtests.harness;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** A tenant that sells: makes plans, and customers who have bought them, by the routes that everybody uses. */
public final class Shop {
    private final RunningWeir weir;
    private final String tenant;
    private final Api administrator;

    public Shop(RunningWeir weir, String tenant) {
        this.weir = weir;
        this.tenant = tenant;
        this.administrator = weir.api(tenant).administrator();
    }

    public Api administrator() {
        return administrator;
    }

    /** A paid plan of 30 days without a rate limit; {@code terms} add to that or replace it. Answers its id. */
    public String plan(Map<String, ?> terms) {
        var plan = new HashMap<String, Object>(Map.of("name", "Shop " + Api.word(), "price", 10, "durationDays", 30,
                "requestsPerMinute", 0));
        plan.putAll(terms);
        return administrator.post("/api/admin/packages/subscriptions", plan).expect(201).text("id");
    }

    /** A new customer who has bought that plan. */
    public Buyer buyerOf(String plan) {
        var customer = weir.api(tenant).newCustomer();
        var payment = customer.api().post("/api/payment/create", Map.of("packageId", plan, "gateway", "manual"))
                .expect(201).text("id");
        administrator.post("/api/admin/payments/" + payment + "/approve", Map.of("note", "shop")).expect(200);
        return new Buyer(customer, account(customer.email()));
    }

    /** A customer on the free plan. */
    public Buyer visitor() {
        var customer = weir.api(tenant).newCustomer();
        return new Buyer(customer, account(customer.email()));
    }

    /** What one of the tenant's own services calls with. */
    public Api service() {
        var key = administrator.post("/api/admin/service-keys", Map.of("name", "service " + Api.word())).expect(201);
        return weir.api(tenant).key(key.text("key"));
    }

    public void grant(Buyer buyer, String meter, Object quantity) {
        administrator.post("/api/admin/customers/" + buyer.account() + "/grants",
                Map.of("meter", meter, "quantity", quantity, "reason", "shop")).expect(201);
    }

    private String account(String email) {
        try (var connection = weir.database();
             var query = connection.prepareStatement("SELECT account_id FROM identity_user WHERE email = ?")) {
            query.setString(1, email);
            try (var row = query.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A signed-in customer and the account's id. */
    public record Buyer(Api.Customer customer, String account) {
        public Api api() {
            return customer.api();
        }

        /** What is left of a meter, in its units. */
        public double left(String meter) {
            return line(meter).path("remaining").asDouble();
        }

        public double used(String meter) {
            return line(meter).path("used").asDouble();
        }

        public double reserved(String meter) {
            return line(meter).path("reserved").asDouble();
        }

        private com.fasterxml.jackson.databind.JsonNode line(String meter) {
            for (var line : api().get("/api/billing/usage").expect(200).json()) {
                if (line.path("meter").asText().equals(meter)) {
                    return line;
                }
            }
            return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
        }
    }
}
