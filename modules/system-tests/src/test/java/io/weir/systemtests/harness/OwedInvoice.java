package io.weir.systemtests.harness;

import java.sql.SQLException;
import java.util.Map;

/** Somebody's invoice that is to be paid: of a trial whose first period is billed before it begins. */
public record OwedInvoice(Api owner, String id) {
    /** Moves the tenant's clock by a second, at which the invoice is due to be made. */
    public static OwedInvoice in(RunningWeir weir, String tenant) {
        var admin = weir.api(tenant).administrator();
        var plan = admin.post("/api/admin/packages/subscriptions", Map.of("name", "Gói Dùng Thử " + Api.word(),
                "price", 159_000, "currency", "VND", "durationDays", 30, "apiLimit", 1234)).expect(201).text("id");
        try (var connection = weir.database(); var update = connection.prepareStatement("UPDATE subscriptions_plan p"
                + " JOIN subscriptions_plan_version v ON v.plan_id = p.id SET p.trial_days = 3, p.renewal = 'invoice',"
                + " v.content = JSON_MERGE_PATCH(v.content, '{\"trialDays\":3,\"renewal\":\"invoice\"}')"
                + " WHERE p.id = ?")) {
            update.setString(1, plan);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        var owner = weir.api(tenant).newCustomer().api();
        owner.post("/api/billing/subscribe", Map.of("plan", plan, "trial", true)).expect(201);
        admin.post("/api/admin/clock/advance", Map.of("by", "PT1S"));
        return new OwedInvoice(owner, Api.eventually(() -> open(owner), id -> !id.isEmpty()));
    }

    private static String open(Api owner) {
        return owner.get("/api/billing/invoices?status=open").expect(200).json().path(0).path("id").asText();
    }

    /** What stands at the end of the address under which anybody pays it. */
    public String token() {
        var url = owner.get("/api/billing/invoices/" + id + "/pay-link").expect(200).text("url");
        return url.substring(url.lastIndexOf('/') + 1);
    }

    public OwedInvoice askedFor(String gateway) {
        owner.post("/api/billing/invoices/" + id + "/pay", Map.of("gateway", gateway)).expect(201);
        return this;
    }
}
