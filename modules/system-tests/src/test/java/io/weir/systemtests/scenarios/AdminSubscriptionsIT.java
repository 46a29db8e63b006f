package io.weir.systemtests.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.systemtests.harness.Api;
import io.weir.systemtests.harness.RunningWeir;
import io.weir.systemtests.harness.Shop;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an administrator sees and does of customers' subscriptions and invoices, by the routes. */
class AdminSubscriptionsIT {
    private static final List<String> STATES =
            List.of("trialing", "active", "past_due", "unpaid", "canceled", "expired", "pending");
    private static final String RUNNING = "UPDATE subscriptions_subscription SET status = 'ACTIVE', renews = FALSE,"
            + " awaits_invoice = FALSE, access_until = NULL, opened_until = NULL, period_from = NOW(3) - INTERVAL 9 DAY,"
            + " period_until = NOW(3) + INTERVAL 9 DAY";
    private static final String OVER = ", period_until = NOW(3) - INTERVAL 1 DAY";
    private final RunningWeir weir = RunningWeir.shared();
    private final Shop shop = new Shop(weir, "smartspec");

    /** Told by Java of each one, and by SQL which ones are in the list. */
    @Test
    void a_list_by_state_holds_exactly_what_is_told_to_be_in_it() {
        var plan = shop.plan(Map.of("slug", "states-" + Api.word(), "price", 10));
        shop.buyerOf(plan);
        var id = only(list("plan=" + plan)).path("id").asText();
        var wanted = Map.of("", "active", ", status = 'TRIALING'", "trialing", ", status = 'PAST_DUE'", "active",
                OVER + ", status = 'PAST_DUE', access_until = NOW(3) + INTERVAL 1 DAY", "past_due",
                OVER + ", awaits_invoice = TRUE, access_until = NOW(3) + INTERVAL 2 DAY", "past_due",
                OVER + ", renews = TRUE, access_until = NOW(3) + INTERVAL 1 DAY", "active",
                OVER + ", awaits_invoice = TRUE, access_until = NOW(3) - INTERVAL 1 HOUR", "unpaid",
                OVER, "expired", ", period_from = NOW(3) + INTERVAL 1 DAY", "pending",
                ", period_until = NULL", "active");
        keepFromClosing();
        for (var each : wanted.entrySet()) {
            write(RUNNING + each.getKey() + " WHERE id = ?", id);
            assertThat(STATES).filteredOn(state -> list("plan=" + plan + "&status=" + state).size() == 1)
                    .as(each.getKey()).containsExactly(each.getValue());
            assertThat(only(list("plan=" + plan)).path("status").asText()).as(each.getKey())
                    .isEqualTo(each.getValue());
        }
    }

    @Test
    void it_is_ended_at_the_periods_end_goes_on_after_all_and_is_ended_now_each_time_on_record() {
        var buyer = shop.buyerOf(shop.plan(Map.of("price", 10)));
        var id = only(list("search=" + buyer.customer().email())).path("id").asText();
        var admin = shop.administrator();
        var path = "/api/admin/subscriptions/" + id;
        admin.post(path + "/cancel", Map.of("atPeriodEnd", true)).expect(400);
        assertThat(admin.post(path + "/cancel", Map.of("reason", "asked to")).expect(200).json()
                .path("cancelAtPeriodEnd").asBoolean()).isTrue();
        assertThat(admin.post(path + "/resume", null).expect(200).json().path("cancelAtPeriodEnd").asBoolean())
                .isFalse();
        assertThat(admin.post(path + "/cancel", Map.of("reason", "fraud " + id, "atPeriodEnd", false)).expect(200)
                .text("status")).isEqualTo("canceled");
        var detail = admin.get(path).expect(200).json();
        assertThat(detail.path("periods")).hasSize(1);
        assertThat(detail.path("periods").path(0).has("closedAt")).isTrue();
        assertThat(detail.path("account").path("email").asText()).isEqualTo(buyer.customer().email());
        admin.post(path + "/cancel", Map.of("reason", "again", "atPeriodEnd", false)).expect(409);
        assertThat(admin.post(path + "/change", Map.of("newPlan", "pro")).expect(409).text("code"))
                .isEqualTo("SUBSCRIPTION_NOT_CURRENT");
        assertThat(admin.get("/api/admin/audit?limit=10").expect(200).json().toString())
                .contains("subscription.cancelled", "fraud " + id, "subscription.resumed");
    }

    @Test
    void a_change_is_ordered_in_the_customers_name_at_the_price_that_was_shown() {
        var buyer = shop.buyerOf(shop.plan(Map.of("price", 30, "rank", 1)));
        var pro = shop.plan(Map.of("price", 90, "rank", 2));
        var path = "/api/admin/subscriptions/" + only(list("account=" + buyer.account())).path("id").asText()
                + "/change";
        var admin = shop.administrator();
        var bill = admin.post(path + "?preview=true", Map.of("newPlan", pro)).expect(200).json().path("bill");
        var ordered = admin.post(path, Map.of("newPlan", pro, "gateway", "manual", "previewedAt",
                bill.path("at").asText(), "reason", "by telephone")).expect(201).json();
        var payment = ordered.path("payment").path("id").asText();
        var theirs = buyer.api().get("/api/payments/" + payment).expect(200).json();
        assertThat(theirs.path("amount").decimalValue().movePointLeft(2)).as("theirs, in cents")
                .isEqualByComparingTo(bill.path("total").decimalValue());
        admin.post("/api/admin/payments/" + payment + "/approve", Map.of("note", "came")).expect(200);
        assertThat(buyer.api().get("/api/subscription").expect(200).json().path("plan").path("id").asText())
                .isEqualTo(pro);
        var listed = admin.get("/api/admin/invoices?account=" + buyer.account()).expect(200).json().path("items");
        var sums = admin.get("/api/admin/invoices/sums?account=" + buyer.account()).expect(200).json();
        assertThat(sums).hasSize(1);
        assertThat(sums.path(0).path("total").decimalValue()).isEqualByComparingTo(listed.findValues("total").stream()
                .map(JsonNode::decimalValue).reduce(BigDecimal.ZERO, BigDecimal::add));
        var number = listed.path(0).path("number").asText();
        assertThat(admin.get("/api/admin/invoices?number=" + number.substring(number.length() - 9)).expect(200)
                .json().path("items")).anyMatch(one -> one.path("number").asText().equals(number));
        assertThat(admin.get("/api/admin/invoices?number=%25").expect(200).json().path("total").asInt()).isZero();
    }

    private JsonNode list(String query) {
        return shop.administrator().get("/api/admin/subscriptions?limit=100&" + query).expect(200).json()
                .path("items");
    }

    private static JsonNode only(JsonNode list) {
        assertThat(list).hasSize(1);
        return list.path(0);
    }

    /** The job that ends what is over would end it between being written and being looked at. */
    private void keepFromClosing() {
        Api.eventually(() -> written("UPDATE platform_lease SET holder = 'a test', held_until = UTC_TIMESTAMP(3)"
                + " + INTERVAL 1 MINUTE WHERE job = ? AND held_until <= UTC_TIMESTAMP(3)",
                "subscriptions.close-due"), rows -> rows == 1);
    }

    private void write(String sql, String id) {
        assertThat(written(sql, id)).isOne();
    }

    private int written(String sql, String argument) {
        try (var connection = weir.database(); var update = connection.prepareStatement(sql)) {
            update.setString(1, argument);
            return update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
