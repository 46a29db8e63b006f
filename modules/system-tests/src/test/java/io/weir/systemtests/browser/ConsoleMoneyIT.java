package io.weir.systemtests.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.weir.systemtests.browser.PortalVisit.byId;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.RequestOptions;
import io.weir.systemtests.harness.Api;
import io.weir.systemtests.harness.Browser;
import io.weir.systemtests.harness.RunningWeir;
import io.weir.systemtests.harness.TwoAdministrators;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What administrators do about money in the console. */
class ConsoleMoneyIT {
    private static final int PRICE = 99_000;
    private final RunningWeir weir = RunningWeir.shared();
    @RegisterExtension
    final Browser browser = new Browser(weir.url());
    private BrowserContext visitor;
    private Page page;
    private Api customer;

    @BeforeEach
    void signIn() {
        visitor = browser.visitor();
        page = new ConsoleVisit(visitor).signsIn("iqx").page();
        page.onDialog(Dialog::accept);
        customer = weir.api("iqx").newCustomer().api();
    }

    @Test
    void a_secret_goes_in_and_never_comes_out() {
        page.navigate("/admin/gateway?name=payos");
        byId(page, "set.PAYOS_API_KEY").fill("not-to-be-seen-again");
        byId(page, "form:save").click();

        assertThat(page.locator("#messages .info")).containsText("PAYOS_API_KEY");
        assertThat(page.content()).doesNotContain("not-to-be-seen-again");
        byId(page, "drop.PAYOS_API_KEY").check();
        byId(page, "form:save").click();
        assertThat(byId(page, "drop.PAYOS_API_KEY")).hasCount(0);
    }

    @Test
    void a_part_leaves_a_payment_open_and_more_than_the_rest_is_the_customers() {
        var id = order().text("id");
        approve(id, "40000");
        assertThat(page.locator("#messages .info")).containsText("59,000");

        approve(id, "60000");
        assertThat(page.locator("#messages .info")).containsText("1,000");
        assertThat(customer.get("/api/payments/" + id).text("status")).isEqualTo("completed");
    }

    @Test
    void a_form_that_is_sent_again_counts_once() {
        var id = order().text("id");
        page.navigate("/admin/approvals?decision=approve&payment=" + id);
        var other = visitor.newPage();
        other.navigate(page.url());
        byId(page, "decide:amount").fill("40000");
        byId(other, "decide:amount").fill("40000");
        byId(page, "decide:confirm").dblclick();
        Api.eventually(() -> received(id), sum -> sum == 40_000);
        byId(other, "decide:confirm").click();
        assertThat(other.locator("#messages .error")).containsText("changed since you looked");
        assertThat(received(id)).isEqualTo(40_000);
        byId(other, "decide:amount").fill("59000");
        byId(other, "decide:confirm").click();
        assertThat(other.locator("#messages .info")).isVisible();
        assertThat(customer.get("/api/payments/" + id).text("status")).isEqualTo("completed");
    }

    private int received(String payment) {
        return admin().get("/api/admin/payments/" + payment).expect(200).json().path("received").asInt();
    }

    @Test
    void a_refund_form_and_a_pay_out_form_that_are_sent_again_count_once() {
        var order = order();
        approve(order.text("id"), "109000");
        page.navigate("/admin/payment?id=" + order.text("id"));
        var other = visitor.newPage();
        other.navigate(page.url());
        for (var form : List.of(page, other)) {
            byId(form, "refund:amount").fill("1000");
            byId(form, "refund:reason").fill("slow");
        }
        byId(page, "refund:submit").click();
        assertThat(page.locator("#messages .info")).isVisible();
        other.onDialog(Dialog::accept);
        byId(other, "refund:submit").click();
        assertThat(other.locator("#messages .error")).containsText("changed since you looked");
        assertThat(admin().get("/api/admin/payments/" + order.text("id") + "/refunds").expect(200).json()).hasSize(1);

        var account = admin().get("/api/admin/payments/" + order.text("id")).text("accountId");
        page.navigate("/admin/customer?id=" + account);
        other.navigate(page.url());
        for (var form : List.of(page, other)) {
            byId(form, "payOut:amount").fill("4000");
            byId(form, "payOut:note").fill("sent");
        }
        byId(page, "payOut:submit").click();
        assertThat(page.locator("#messages .info")).isVisible();
        byId(other, "payOut:submit").click();
        assertThat(other.locator("#messages .error")).containsText("changed since you looked");
        assertThat(admin().get("/api/admin/customers/" + account + "/credit").json().path("balance").asInt())
                .isEqualTo(6_000);
    }

    @Test
    void what_takes_two_people_waits_in_the_queue_for_the_second() throws SQLException {
        var both = new TwoAdministrators(weir, "iqx");
        var account = admin().get("/api/admin/payments/" + order().text("id")).text("accountId");
        both.agreeAbove("200000");
        try {
            admin().post("/api/admin/customers/" + account + "/credit", Map.of("amount", 300_000, "note", "by cheque"))
                    .expect(202);
        } finally {
            both.areOneAgain();
        }
        page.navigate("/admin/approvals");
        var own = page.locator("#decisions tr", new Page.LocatorOptions().setHasText("by cheque")).first();
        assertThat(own.locator("input[type=submit]")).hasCount(1);
        page.navigate("/admin/customer?id=" + account);
        assertThat(page.locator("section.notice")).containsText("300,000");

        var second = browser.visitor();
        var others = new ConsoleVisit(second).signsIn("iqx", TwoAdministrators.second("iqx")).page();
        others.onDialog(Dialog::accept);
        others.navigate("/admin/approvals");
        others.locator("#decisions tr", new Page.LocatorOptions().setHasText("by cheque")).first()
                .locator("input.primary").click();
        assertThat(others.locator("#messages .info")).containsText("300,000");
        assertThat(admin().get("/api/admin/customers/" + account + "/credit").json().path("balance").asInt())
                .isEqualTo(300_000);
    }

    @Test
    void a_line_of_a_statement_pays_what_it_names() {
        var payment = order();
        var reference = payment.text("reference");
        importLine(reference);
        var line = page.locator("section.line", new Page.LocatorOptions().setHasText(reference));
        while (line.count() == 0) {
            page.navigate("/admin/statements" + page.locator("nav.pager a[rel=next]").getAttribute("href"));
        }
        line.locator("ul.choices input[type=submit]").first().click();

        assertThat(page.locator("#messages .info")).containsText(reference);
        assertThat(customer.get("/api/payments/" + payment.text("id")).text("status")).isEqualTo("completed");
    }

    @Test
    void a_proof_is_shown_to_who_is_signed_in_and_to_nobody_else() {
        var id = order().text("id");
        customer.file("/api/payments/" + id + "/proof", "a.png", PagesIT.picture()).expect(201);
        page.navigate("/admin/payment?id=" + id);
        var link = page.locator(".proofs a").getAttribute("href");

        var shown = visitor.request().get(link);
        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.headers()).containsEntry("content-type", "image/png")
                .containsEntry("x-content-type-options", "nosniff");
        assertThat(shown.headers().get("content-security-policy")).contains("sandbox");
        assertThat(browser.visitor().request().get(link, RequestOptions.create().setMaxRedirects(0)).status())
                .isEqualTo(302);
    }

    private Api admin() {
        return weir.api("iqx").administrator();
    }

    @Test
    void an_agreement_is_asked_about_from_its_row() {
        var payment = order("sandbox");
        customer.with("Content-Type", "application/x-www-form-urlencoded").send("POST",
                URI.create(payment.text("checkoutUrl")).getPath(), "outcome=succeed&lost=on").expect(200);
        weir.api("iqx").administrator().post("/api/admin/reconciliation/" + payment.text("id") + "/ask", null)
                .expect(200);
        page.navigate("/admin/reconciliation?list=agreements");
        var row = page.locator("#running tr", new Page.LocatorOptions().setHas(
                page.locator("a[href$='payment?id=" + payment.text("id") + "']")));
        while (row.count() == 0) {
            page.navigate("/admin/reconciliation" + page.locator("nav.pager a[rel=next]").getAttribute("href"));
        }
        row.locator("input[type=submit]").click();

        assertThat(page.locator("#messages .info")).containsText("sbx_agr_" + payment.text("id"));
        assertThat(page.locator("#running")).isVisible();
        assertThat(weir.number("SELECT COUNT(*) FROM payments_agreement WHERE reference = ? AND paid_until IS NOT NULL",
                "sbx_agr_" + payment.text("id"))).isEqualTo(1);
    }

    private Api.Answer order() {
        return order("manual");
    }

    private Api.Answer order(String gateway) {
        for (var plan : weir.api("iqx").get("/api/billing/plans").expect(200).json()) {
            if (plan.path("price").asInt() == PRICE) {
                return customer.post("/api/payment/create",
                        Map.of("packageId", plan.path("id").asText(), "gateway", gateway)).expect(201);
            }
        }
        throw new AssertionError("nothing for " + PRICE);
    }

    private void approve(String payment, String amount) {
        page.navigate("/admin/approvals?decision=approve&payment=" + payment);
        byId(page, "decide:amount").fill(amount);
        byId(page, "decide:confirm").click();
    }

    private void importLine(String reference) {
        var csv = "Date,Amount,Description,Reference\n2026-11-26,99000.00," + reference + ",R-" + reference + "\n";
        page.navigate("/admin/statements");
        byId(page, "upload:file").setInputFiles(
                new FilePayload("bank.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
        byId(page, "upload:send").click();
        assertThat(page.locator("#messages .info")).isVisible();
    }
}
