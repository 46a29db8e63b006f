package io.weir.systemtests.billing;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.systemtests.harness.Api;
import io.weir.systemtests.harness.FreshTenant;
import io.weir.systemtests.harness.RunningWeir;
import io.weir.systemtests.harness.Shop;
import io.weir.systemtests.harness.Shop.Buyer;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A tenant, and four months in which everything happens to somebody: they buy, upgrade, downgrade, cancel, come back,
 * are given back, and don't pay; and a price changes. Nobody signs in more often than the clock's moves demand.
 */
final class BusyTenant {
    static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final String TERMS = """
            {"coupons":[{"code":"THIRD","name":"Third","percent":33.3,"duration":"FOREVER","plans":[],"active":true}],
             "taxes":{"inclusive":false,"reverseCharge":false,"rates":[{"country":"DE","rate":19,"name":"USt"}]},
             "seller":{"name":"Seller GmbH","address":["Weg 1","10115 Berlin"],"country":"DE"},
             "invoices":{"draftHours":24,"dueDays":14,"renewalDays":7}}""";
    private static final List<Map<String, Object>> PER_CALL = List.of(Map.of("meter", "calls", "model", "perUnit",
            "included", 10, "unitPrice", 0.07));
    final String slug = "busy-" + Api.word();
    final Map<String, String> plans = new HashMap<>();
    final Shop shop;
    final YearMonth first;
    final String extension;
    private final RunningWeir weir;
    private Api admin;

    BusyTenant(RunningWeir weir) {
        this.weir = weir;
        FreshTenant.in(weir, slug, ZONE.getId());
        new Sales(weir, slug).terms(TERMS);
        shop = new Shop(weir, slug);
        admin = shop.administrator();
        first = YearMonth.from(now().atZone(ZONE)).plusMonths(1);
        plan("basic", 29.99, 1, Map.of("renewal", "invoice"));
        plan("pro", 90, 3, Map.of("interval", "month", "renewal", "invoice"));
        plan("year", 299, 2, Map.of("interval", "year"));
        plan("short", 7, 1, Map.of("durationDays", 7));
        plan("used", 5, 1, Map.of("charges", PER_CALL, "minimum", 20, "apiLimit", 1000));
        extension = admin.post("/api/admin/packages/extensions", Map.of("name", "More", "price", 4.5,
                "additionalCalls", 100)).expect(201).text("id");
    }

    private void plan(String name, double price, int rank, Map<String, ?> more) {
        var terms = new HashMap<String, Object>(Map.of("slug", name, "name", name, "price", price, "rank", rank,
                "apiLimit", 100));
        terms.putAll(more);
        if (more.containsKey("interval")) {
            terms.put("durationDays", null);
        }
        plans.put(name, shop.plan(terms));
    }

    /** From the tenth of the first month on; at the end it is the sixteenth of the fourth. */
    void live() {
        advanceTo(0, 10);
        var climber = buyer("basic", Map.of());
        var loyal = buyer("pro", Map.of("couponCode", "THIRD"));
        var yearly = buyer("year", Map.of());
        var regretful = buyer("basic", Map.of());
        var user = buyer("used", Map.of("couponCode", "THIRD"));
        user.api().post("/api/metering/charges", Map.of("meter", "calls", "quantity", 47)).expect(201);
        buyer("short", Map.of());
        more(loyal);
        more(yearly);
        advanceTo(0, 15);
        climber = change(climber, "pro");
        admin.put("/api/admin/packages/subscriptions/" + plans.get("pro"), Map.of("price", 95)).expect(200);
        refund(regretful);
        giveBack(yearly, 33.33);
        advanceTo(1, 6);
        loyal = pay(loyal);
        climber = leave(climber);
        advanceTo(1, 12);
        buyer("pro", Map.of());
        loyal = change(loyal, "basic");
        advanceTo(2, 5);
        loyal = pay(loyal);
        change(yearly, "pro");
        advanceTo(2, 20);
        buy(again(climber), "basic", Map.of());
        buy(again(regretful), "used", Map.of());
        advanceTo(3, 16);
    }

    Api admin() {
        return admin;
    }

    Instant now() {
        return Instant.parse(admin.get("/api/admin/clock").expect(200).text("now"));
    }

    /** Noon of a day of the month so many after the first. Tokens run out by the clock. */
    private void advanceTo(int months, int day) {
        var moment = first.plusMonths(months).atDay(day).atTime(12, 0).atZone(ZONE).toInstant();
        admin.post("/api/admin/clock/advance", Map.of("to", moment.toString()));
        Api.eventually(() -> weir.number("SELECT COUNT(*) FROM platform_clock c JOIN tenancy_tenant t ON"
                + " t.id = c.tenant_id WHERE t.slug = ? AND c.target_at IS NOT NULL", slug), moving -> moving == 0);
        admin = weir.api(slug).administrator();
    }

    private Buyer buyer(String plan, Map<String, ?> more) {
        var buyer = shop.visitor();
        buy(buyer, plan, more);
        return buyer;
    }

    private void buy(Buyer buyer, String plan, Map<String, ?> more) {
        var order = new HashMap<String, Object>(Map.of("packageId", plans.get(plan), "gateway", "manual"));
        order.putAll(more);
        approve(buyer.api().post("/api/payment/create", order).expect(201).text("id"));
    }

    private void approve(String payment) {
        admin.post("/api/admin/payments/" + payment + "/approve", Map.of("note", "busy")).expect(200);
    }

    private Buyer again(Buyer buyer) {
        return new Buyer(weir.api(slug).signIn(buyer.customer().email(), buyer.customer().password()),
                buyer.account());
    }

    private void more(Buyer buyer) {
        approve(buyer.api().post("/api/api-extensions/payment/create", Map.of("extensionPackageId", extension,
                "gateway", "manual")).expect(201).text("id"));
    }

    /** Pays if there is something to pay now. */
    private Buyer change(Buyer buyer, String plan) {
        var signedIn = again(buyer);
        var answer = signedIn.api().post("/api/payment/subscription/change-plan", Map.of("newPlan", plans.get(plan),
                "gateway", "manual"));
        if (answer.json().has("payment")) {
            approve(answer.json().path("payment").path("id").asText());
        } else {
            answer.expect(200);
        }
        return signedIn;
    }

    private void refund(Buyer buyer) {
        var paid = invoices(buyer, "&reason=purchase").path(0).path("paymentId").asText();
        admin.post("/api/admin/payments/" + paid + "/refund", Map.of("reason", "not what was wanted")).expect(200);
    }

    private void giveBack(Buyer buyer, double gross) {
        for (var invoice : invoices(buyer, "&reason=purchase")) {
            if (invoice.path("lines").path(0).path("kind").asText().equals("plan")) {
                admin.post("/api/admin/invoices/" + invoice.path("id").asText() + "/credit", Map.of("reason", "sorry",
                        "lines", List.of(Map.of("no", 1, "amount", gross)))).expect(201);
            }
        }
    }

    private Buyer pay(Buyer buyer) {
        var signedIn = again(buyer);
        var open = invoices(buyer, "&reason=renewal&status=open").path(0).path("id").asText();
        approve(signedIn.api().post("/api/billing/invoices/" + open + "/pay", Map.of("gateway", "manual"))
                .expect(201).text("id"));
        return signedIn;
    }

    private Buyer leave(Buyer buyer) {
        var signedIn = again(buyer);
        var subscription = signedIn.api().get("/api/subscription").expect(200).text("id");
        signedIn.api().put("/api/billing/subscriptions/" + subscription + "/cancel", Map.of("atPeriodEnd", true))
                .expect(200);
        return signedIn;
    }

    private JsonNode invoices(Buyer buyer, String query) {
        return admin.get("/api/admin/invoices?account=" + buyer.account() + "&limit=100" + query).expect(200).json()
                .path("items");
    }
}
