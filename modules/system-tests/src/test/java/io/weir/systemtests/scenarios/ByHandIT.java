package io.weir.systemtests.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.systemtests.harness.Api;
import io.weir.systemtests.harness.Parallel;
import io.weir.systemtests.harness.RunningWeir;
import io.weir.systemtests.harness.Shop;
import io.weir.systemtests.harness.TwoAdministrators;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What administrators do with money by hand: each thing once, and above an amount only when two agree. */
class ByHandIT {
    private static final RunningWeir WEIR = RunningWeir.shared();
    private static final TwoAdministrators BOTH = new TwoAdministrators(WEIR, "chat");
    private static final String DECISIONS = "/api/admin/decisions";
    private static final int AT_ONCE = 6;
    private static Shop shop;
    private static Api first;
    private static Api second;
    private static String plan;
    private static String dear;

    @BeforeAll
    static void fourEyesAboveFourHundredDollars() throws SQLException {
        BOTH.agreeAbove("400");
        shop = new Shop(WEIR, "chat");
        first = BOTH.first();
        second = BOTH.second();
        plan = shop.plan(Map.of("price", 300));
        dear = shop.plan(Map.of("price", 500));
    }

    @AfterAll
    static void twoEyesAgain() throws SQLException {
        BOTH.areOneAgain();
    }

    @Test
    void a_part_that_is_approved_many_times_at_once_counts_once() {
        var payment = order(plan);
        var seen = seen(payment);
        assertThat(together(approvalOf(payment), Map.of("received", 20, "seen", seen)))
                .containsOnlyOnce(200).containsOnly(200, 409);
        assertThat(received(payment)).isEqualByComparingTo("20");
        assertThat(first.post(approvalOf(payment), Map.of("received", 20, "seen", seen)).expect(409).text("code"))
                .isEqualTo("SEEN_CHANGED");
        assertThat(first.post(approvalOf(payment), Map.of("received", 20)).expect(409).text("code"))
                .isEqualTo("SAME_AGAIN");
        assertThat(received(payment)).isEqualByComparingTo("20");
        first.post(approvalOf(payment), Map.of("received", 20, "seen", seen(payment))).expect(200);
        assertThat(received(payment)).isEqualByComparingTo("40");
    }

    @Test
    void a_part_without_a_word_of_what_was_seen_counts_once_too() {
        var payment = order(plan);
        assertThat(together(approvalOf(payment), Map.of("received", 15))).containsOnlyOnce(200)
                .containsOnly(200, 409);
        assertThat(received(payment)).isEqualByComparingTo("15");
    }

    @Test
    void credit_is_put_there_and_paid_out_once() {
        var account = shop.visitor().account();
        var credit = "/api/admin/customers/" + account + "/credit";
        var nothing = first.get(credit).expect(200).text("seen");
        assertThat(together(credit, Map.of("amount", 30, "note", "found", "seen", nothing))).containsOnlyOnce(200)
                .containsOnly(200, 409);
        assertThat(together(credit, Map.of("amount", 31, "note", "found"))).containsOnlyOnce(200)
                .containsOnly(200, 409);
        assertThat(balance(account)).isEqualByComparingTo("61");
        assertThat(together(credit + "/pay-out", Map.of("amount", 20, "note", "sent"))).containsOnlyOnce(200)
                .containsOnly(200, 409);
        assertThat(balance(account)).isEqualByComparingTo("41");
        assertThat(first.post(credit, Map.of("amount", 30, "note", "found", "seen", nothing)).expect(409)
                .text("code")).isEqualTo("SEEN_CHANGED");
        assertThat(first.post(credit, Map.of("amount", 31, "note", "again")).expect(409).text("code"))
                .isEqualTo("SAME_AGAIN");
        first.post(credit, Map.of("amount", 31, "note", "really", "seen", first.get(credit).text("seen")))
                .expect(200);
        assertThat(balance(account)).isEqualByComparingTo("72");
    }

    @Test
    void a_part_goes_back_once() {
        var payment = paid(plan);
        var path = "/api/admin/payments/" + payment + "/refund";
        var wish = Map.of("amount", 10, "reason", "slow");
        assertThat(together(path, wish)).containsOnlyOnce(200).containsOnly(200, 409);
        var again = new HashMap<String, Object>(wish);
        again.put("seen", seen(payment));
        assertThat(together(path, again)).containsOnlyOnce(200).containsOnly(200, 409);
        assertThat(first.get(path + "s").expect(200).json()).hasSize(2);
    }

    @Test
    void a_refund_above_the_amount_waits_until_another_agrees() {
        var payment = paid(dear);
        var path = "/api/admin/payments/" + payment + "/refund";
        assertThat(first.post(path, Map.of("amount", 1, "reason", "small")).expect(200).status()).isEqualTo(200);
        var waiting = first.post(path, Map.of("amount", 400, "reason", "large")).expect(202).json();
        assertThat(waiting.path("code").asText()).isEqualTo("AWAITING_SECOND_APPROVAL");
        var id = waiting.path("decision").path("id").asText();
        assertThat(first.post(path, Map.of("amount", 400, "reason", "large")).expect(409).text("code"))
                .isEqualTo("DECISION_WAITS");
        assertThat(first.get(path + "s").expect(200).json()).hasSize(1);
        assertThat(waitingIds()).contains(id);
        assertThat(confirm(first, id).expect(409).text("code")).isEqualTo("APPROVED_BY_YOU");
        WEIR.api("iqx").administrator().post(DECISIONS + "/" + id + "/confirm", Map.of()).expect(404);
        WEIR.api("chat").newCustomer().api().post(DECISIONS + "/" + id + "/confirm", Map.of()).expect(403);
        assertThat(Parallel.run(AT_ONCE, AT_ONCE, () -> confirm(second, id).status())).containsOnlyOnce(200)
                .containsOnly(200, 409);
        assertThat(first.get(path + "s").expect(200).json()).hasSize(2);
        assertThat(first.get(DECISIONS + "/" + id).expect(200).text("status")).isEqualTo("done");
        assertThat(waitingIds()).doesNotContain(id);
        var deeds = first.get("/api/admin/audit?limit=100").expect(200).json().path("items");
        assertThat(deeds).extracting(deed -> deed.path("action").asText() + " " + deed.path("subject").asText())
                .contains("decision.waits decision/" + id, "decision.confirmed decision/" + id);
    }

    @Test
    void large_credit_and_pay_outs_wait_and_can_be_withdrawn() {
        var account = shop.visitor().account();
        var credit = "/api/admin/customers/" + account + "/credit";
        var added = first.post(credit, Map.of("amount", 450, "note", "by cheque")).expect(202).json();
        assertThat(balance(account)).isEqualByComparingTo("0");
        assertThat(first.get(credit).expect(200).json().path("waiting")).hasSize(1);
        confirm(second, added.path("decision").path("id").asText()).expect(200);
        assertThat(balance(account)).isEqualByComparingTo("450");
        first.post(credit + "/pay-out", Map.of("amount", 300, "note", "one part")).expect(200);
        var rest = first.post(credit + "/pay-out", Map.of("amount", 101, "note", "another")).expect(202).json();
        var id = rest.path("decision").path("id").asText();
        assertThat(second.post(DECISIONS + "/" + id + "/withdraw", Map.of("note", "why?")).expect(200)
                .text("status")).isEqualTo("withdrawn");
        assertThat(confirm(second, id).expect(409).text("code")).isEqualTo("DECISION_DECIDED");
        assertThat(balance(account)).isEqualByComparingTo("150");
    }

    @Test
    void what_has_moved_since_is_not_agreed_to() {
        var account = shop.visitor().account();
        var credit = "/api/admin/customers/" + account + "/credit";
        first.post(credit, Map.of("amount", 350, "note", "one")).expect(200);
        var id = first.post(credit, Map.of("amount", 60, "note", "two")).expect(202).json().path("decision")
                .path("id").asText();
        assertThat(first.post(credit + "/pay-out", Map.of("amount", 5, "note", "three")).expect(409).text("code"))
                .isEqualTo("DECISION_WAITS");
        second.post(DECISIONS + "/" + id + "/withdraw", null).expect(200);
        first.post(credit + "/pay-out", Map.of("amount", 5, "note", "three")).expect(200);
        assertThat(balance(account)).isEqualByComparingTo("345");
    }

    @Test
    void a_line_for_a_decided_payment_waits_in_the_same_list() {
        var payment = first.get("/api/admin/payments/" + paid(plan)).expect(200);
        first.with("Content-Type", "text/csv").post("/api/admin/statements?fileName=bank.csv",
                "Date,Amount,Description\n2026-11-25,401.00,twice " + payment.text("reference") + "\n").expect(201);
        var line = lineOf(payment.text("reference"));
        var path = "/api/admin/statements/lines/" + line;
        var yes = Map.of("paymentId", payment.text("id"), "note", "paid twice");
        assertThat(Parallel.run(AT_ONCE, AT_ONCE, () -> first.post(path + "/credit", yes).status()))
                .containsOnlyOnce(202).containsOnly(202, 409);
        var waiting = decisions().stream().filter(one -> one.path("lineId").asText().equals(line)).toList();
        assertThat(waiting).hasSize(1);
        assertThat(waiting.get(0).path("kind").asText()).isEqualTo("line-credit");
        confirm(second, waiting.get(0).path("id").asText()).expect(200);
        assertThat(first.get(path).expect(200).text("status")).isEqualTo("matched");
        assertThat(balance(payment.text("accountId"))).isEqualByComparingTo("401");
    }

    private static List<Integer> together(String path, Map<String, ?> body) {
        return Parallel.run(AT_ONCE, AT_ONCE, () -> first.post(path, body).status());
    }

    private static Api.Answer confirm(Api who, String decision) {
        return who.post(DECISIONS + "/" + decision + "/confirm", Map.of());
    }

    private static List<JsonNode> decisions() {
        return List.copyOf(first.get(DECISIONS + "?limit=100").expect(200).json().path("items").findParents("kind"));
    }

    private static List<String> waitingIds() {
        return decisions().stream().map(one -> one.path("id").asText()).toList();
    }

    private static String lineOf(String reference) {
        for (var line : first.get("/api/admin/statements/lines?limit=100").expect(200).json().path("items")) {
            if (line.path("memo").asText().contains(reference)) {
                return line.path("id").asText();
            }
        }
        throw new AssertionError("no line names " + reference);
    }

    private static String order(String plan) {
        return WEIR.api("chat").newCustomer().api().post("/api/payment/create",
                Map.of("packageId", plan, "gateway", "manual")).expect(201).text("id");
    }

    private static String paid(String plan) {
        var payment = order(plan);
        if (first.post(approvalOf(payment), Map.of("note", "seen")).status() == 202) {
            second.post(approvalOf(payment), Map.of("note", "seen")).expect(200);
        }
        return payment;
    }

    private static String approvalOf(String payment) {
        return "/api/admin/payments/" + payment + "/approve";
    }

    private static String seen(String payment) {
        return first.get("/api/admin/payments/" + payment).expect(200).text("seen");
    }

    private static BigDecimal received(String payment) {
        return first.get("/api/admin/payments/" + payment).expect(200).json().path("received").decimalValue();
    }

    private static BigDecimal balance(String account) {
        return first.get("/api/admin/customers/" + account + "/credit").expect(200).json().path("balance")
                .decimalValue();
    }
}
