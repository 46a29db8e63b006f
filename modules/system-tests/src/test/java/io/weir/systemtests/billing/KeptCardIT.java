package io.weir.systemtests.billing;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import io.weir.systemtests.harness.Api;
import io.weir.systemtests.harness.Browser;
import io.weir.systemtests.harness.OwnTenant;
import io.weir.systemtests.harness.Parallel;
import io.weir.systemtests.harness.RunningWeir;
import io.weir.systemtests.harness.Shop;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Open invoices that are charged to what the gateway keeps: why that fails, and that it happens once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeptCardIT {
    private static final String TENANT = "kept-card";
    private static final String CATALOGUE = """
            slug: kept-card
            name: Kept card
            currency: EUR
            locale: en
            timeZone: Asia/Bangkok
            sandbox: true
            brand: {title: Kept card, accent: "#336699"}
            gateways: [manual, sandbox, credit]
            bankAccount: {name: Bank, iban: DE89370400440532013000, bic: COBADEFFXXX, holder: Seller GmbH}
            seller: {name: Seller GmbH, address: [Weg 1], country: DE}
            invoices: {draftHours: 0, dueDays: 7, renewalDays: 7, dunning: {reminders: [0], retries: [0],
              unpaidAfter: 20, then: free, giveUpAfter: 60}}
            meters:
              - {key: calls, title: Calls, unit: calls, decimals: 0}
            plans:
              - {slug: free, name: Free, price: 0, interval: lifetime, rank: 0, quotas: {calls: 5},
                 requestsPerMinute: 0}
              - {slug: pro, name: Pro, price: 30, interval: days, durationDays: 30, rank: 1, renewal: invoice,
                 quotas: {calls: 1000}, requestsPerMinute: 0}
            """;
    private final RunningWeir weir = RunningWeir.shared();
    private final Sales sales = new Sales(weir, TENANT);
    @RegisterExtension
    final Browser browser = new Browser(weir.url());
    private String plan;
    private Shop.Buyer poor;
    private Shop.Buyer crashed;
    private Shop.Buyer rich;
    private Shop.Buyer agreed;

    /** Three renewals on their due day, two of them declined. */
    @BeforeAll
    void due() {
        OwnTenant.open(weir, TENANT, "EUR", true);
        sales.admin().with("Content-Type", "application/yaml").put("/api/admin/catalogue", CATALOGUE).expect(200);
        plan = weir.text("SELECT p.id FROM subscriptions_plan p JOIN tenancy_tenant t ON t.id = p.tenant_id"
                + " WHERE t.slug = ? AND p.slug = 'pro'", TENANT);
        poor = buyer(plan, "insufficient_funds");
        crashed = buyer(plan, "always_authenticates");
        rich = buyer(plan, "succeed");
        agreed = agreed(plan);
        var end = Instant.parse(sales.subscription(rich).path("currentPeriodEnd").asText());
        sales.advanceTo(end.minus(Duration.ofDays(1)));
        assertThat(open(poor).path("status").asText()).isEqualTo("open");
        sales.advanceTo(end.plus(Duration.ofHours(1)));
    }

    private Shop.Buyer buyer(String plan, String card) {
        var buyer = sales.customer();
        sales.buy(buyer, plan, Map.of());
        keeps(buyer, card);
        return buyer;
    }

    /** Charged each period by the gateway itself, the first time well. */
    private Shop.Buyer agreed(String plan) {
        var buyer = sales.customer();
        var checkout = buyer.api().post("/api/payment/create", Map.of("packageId", plan, "gateway", "sandbox"))
                .expect(201).text("checkoutUrl");
        form(checkout, "outcome=fails_on_renewal");
        Api.eventually(() -> sales.subscription(buyer), read -> read.path("plan").path("price").asInt() == 30);
        return buyer;
    }

    private void form(String url, String fields) {
        assertThat(weir.api(TENANT).with("Content-Type", "application/x-www-form-urlencoded")
                .post(URI.create(url).getPath(), fields).status()).isIn(200, 303);
    }

    /** By the sandbox's own page. */
    private void keeps(Shop.Buyer buyer, String card) {
        var page = sales.again(buyer).api().post("/api/billing/payment-methods", Map.of("gateway", "sandbox"))
                .expect(201).text("url");
        form(page, "verb=card&subject=" + card);
    }

    @Test
    void whoever_is_about_to_buy_is_told_that_the_card_pays_what_follows() {
        var visitor = sales.customer();
        var portal = browser.visitor().newPage();
        portal.navigate("/portal/login?tenant=" + TENANT);
        signIn(portal, visitor.customer().email(), visitor.customer().password());
        portal.navigate("/portal/change-plan?plan=" + plan);
        assertThat(portal.locator("#kept")).containsText("pays the later invoices of this plan");
        picture(portal, "kept-buying");
    }

    @Test
    void what_a_gateway_could_not_charge_by_itself_is_told_beside_it() {
        assertThat(sales.invoices(agreed, "&reason=renewal")).as("its gateway's to charge").isEmpty();
        Api.eventually(() -> sales.admin().get("/api/admin/dunning").expect(200).json().path("failedAgreements")
                .findValuesAsText("accountId"), failed -> failed.contains(agreed.account()));
        var console = console();
        console.navigate("/admin/dunning");
        assertThat(console.locator("#failed")).containsText("Sandbox");
        picture(console, "failed-agreements");
    }

    @Test
    void a_kept_card_pays_the_renewal_on_its_due_day_and_the_notice_of_it_changes_nothing() {
        var paid = open(rich);
        assertThat(paid.path("status").asText()).isEqualTo("paid");
        assertThat(dunning(rich).path("dunning").path("outcome").asText()).isEqualTo("paid-by-card");
        paidOnce(rich);
        Api.eventually(() -> weir.number("SELECT COUNT(*) FROM payments_notice n JOIN payments_payment p"
                + " ON p.order_code = n.order_code WHERE p.account_id = ? AND n.result = 'already completed'",
                rich.account()), told -> told == 1);
        paidOnce(rich);
        assertThat(sales.subscription(rich).path("status").asText()).isEqualTo("active");
    }

    @Test
    void without_money_it_is_past_due_with_the_reason_and_another_card_pays_it_once() {
        assertThat(sales.subscription(poor).path("status").asText()).isEqualTo("past_due");
        var declined = dunning(poor);
        assertThat(declined.path("dunning").path("outcome").asText()).isEqualTo("declined");
        assertThat(declined.path("dunning").path("declineCode").asText()).isEqualTo("insufficient_funds");
        assertThat(declined.path("dunning").path("card").asText()).isEqualTo("9995");
        assertThat(declined.path("events").findValuesAsText("declineCode")).contains("insufficient_funds");
        var mail = weir.text("SELECT body FROM notifications_mail WHERE to_address = ? AND subject LIKE '%is due%'"
                + " ORDER BY created_at DESC LIMIT 1", poor.customer().email());
        assertThat(mail).contains("We could not charge your card ending 9995: insufficient funds.", "/portal/pay/");
        pictures();

        keeps(poor, "succeed");
        var checkout = sales.again(poor).api().post("/api/billing/invoices/" + open(poor).path("id").asText()
                + "/pay", Map.of("gateway", "sandbox")).expect(201).text("id");
        assertThat(retry(poor).text("outcome")).as("the payer is at it").isEqualTo("under-way");
        sales.advance("PT1H");
        assertThat(retry(poor).text("outcome")).isEqualTo("paid-by-card");
        assertThat(open(poor).path("status").asText()).isEqualTo("paid");
        assertThat(weir.text("SELECT status FROM payments_payment WHERE id = ?", checkout)).isEqualTo("CANCELLED");
        paidOnce(poor);
        assertThat(sales.subscription(poor).path("status").asText()).isEqualTo("active");
        assertThat(sales.again(poor).left("calls")).as("one period begun").isEqualTo(1000);
        retry(poor).expect(409);
    }

    @Test
    void a_crash_after_the_charge_and_two_who_try_at_once_charge_once() {
        assertThat(dunning(crashed).path("dunning").path("declineCode").asText()).isEqualTo("authentication_required");
        keeps(crashed, "succeed");
        var attempt = chargedButNotWrittenDown();
        var answers = Parallel.run(2, 2, () -> retry(crashed).status());
        assertThat(answers).contains(200).isSubsetOf(200, 409);
        assertThat(open(crashed).path("status").asText()).isEqualTo("paid");
        paidOnce(crashed);
        assertThat(weir.text("SELECT status FROM payments_payment WHERE id = ?", attempt)).isEqualTo("COMPLETED");
    }

    /** The gateway has the money, and our server went down before it could note that. */
    private String chargedButNotWrittenDown() {
        var attempt = UUID.randomUUID().toString();
        var before = weir.text("SELECT c.payment_id FROM payments_charge c JOIN payments_payment p"
                + " ON p.id = c.payment_id WHERE p.account_id = ?", crashed.account());
        sales.sql("INSERT INTO payments_payment (tenant_id, id, order_code, account_id, payer_user_id, amount,"
                + " currency, description, status, purpose_kind, purpose_item, gateway, reference, open_reference,"
                + " next_check_at, created_at, version) SELECT tenant_id, ?, order_code + 1, account_id,"
                + " payer_user_id, amount,"
                + " currency, description, 'PENDING', purpose_kind, purpose_item, gateway, 'WRCRASHED1', 'WRCRASHED1',"
                + " next_check_at, created_at, 1 FROM payments_payment WHERE id = ?", attempt, before);
        sales.sql("INSERT INTO payments_charge (tenant_id, payment_id, method, kind, brand, last4, asked_at)"
                + " SELECT tenant_id, ?, 'succeed', kind, brand, '4242', asked_at FROM payments_charge"
                + " WHERE payment_id = ?", attempt, before);
        sales.sql("INSERT INTO sandbox_checkout (tenant_id, id, order_code, account_id, amount, currency, name, status,"
                + " card, words, script, expires_at, created_at, decided_at) SELECT tenant_id, ?, order_code + 1,"
                + " account_id, amount, currency, name, 'PAID', 'SUCCEED', 'paid', script, expires_at, created_at,"
                + " decided_at FROM sandbox_checkout WHERE id = ?", attempt, before);
        sales.sql("INSERT INTO sandbox_charge (tenant_id, reference, amount, currency, script, charged_at)"
                + " SELECT tenant_id, CONCAT('sbx_ch_', id), amount, currency, script, created_at FROM sandbox_checkout"
                + " WHERE id = ?", attempt);
        sales.sql("UPDATE billing_dunning SET attempt_payment_id = ? WHERE id = ?", attempt,
                open(crashed).path("id").asText());
        return attempt;
    }

    private void paidOnce(Shop.Buyer buyer) {
        assertThat(weir.number("SELECT COUNT(*) FROM payments_payment WHERE account_id = ? AND status = 'COMPLETED'"
                + " AND purpose_kind = 'invoice'", buyer.account())).isEqualTo(1);
        assertThat(weir.number("SELECT COUNT(*) FROM sandbox_checkout s JOIN sandbox_charge c"
                + " ON c.reference = CONCAT('sbx_ch_', s.id) WHERE s.account_id = ?", buyer.account())).isEqualTo(1);
    }

    private void pictures() {
        var console = console();
        console.navigate("/admin/dunning?invoice=" + open(poor).path("id").asText());
        assertThat(console.locator("#chosen")).containsText("insufficient funds · card ending 9995");
        assertThat(console.locator("#story")).containsText("insufficient funds");
        picture(console, "kept-dunning");
        var portal = browser.visitor().newPage();
        portal.navigate("/portal/login?tenant=" + TENANT);
        signIn(portal, poor.customer().email(), poor.customer().password());
        portal.navigate("/portal/payment-methods");
        assertThat(portal.locator("#charged")).containsText("still open when they are due");
        assertThat(portal.locator("#methods")).containsText("9995");
        picture(portal, "kept-methods");
    }

    private Page console() {
        var page = browser.visitor().newPage();
        page.navigate("/admin/login");
        page.locator("[id='form:tenant']").selectOption(TENANT);
        signIn(page, "admin@" + TENANT + ".example", RunningWeir.ADMIN_PASSWORD);
        return page;
    }

    private static void signIn(Page page, String email, String password) {
        page.locator("[id='form:email']").fill(email);
        page.locator("[id='form:password']").fill(password);
        page.locator("[id='form:submit']").click();
        page.waitForURL(url -> !url.contains("/login"));
    }

    private static void picture(Page page, String name) {
        for (var width : new int[] {1440, 390}) {
            page.setViewportSize(width, 900);
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                    .setPath(Browser.screenshot(name + "-" + width)));
        }
    }

    private Api.Answer retry(Shop.Buyer buyer) {
        return sales.admin().post("/api/admin/dunning/" + open(buyer).path("id").asText() + "/retry", null);
    }

    private JsonNode dunning(Shop.Buyer buyer) {
        return sales.admin().get("/api/admin/dunning/" + open(buyer).path("id").asText()).expect(200).json();
    }

    /** The one renewal, whatever has become of it. */
    private JsonNode open(Shop.Buyer buyer) {
        var list = sales.invoices(buyer, "&reason=renewal&kind=invoice");
        assertThat(list).hasSize(1);
        return list.path(0);
    }
}
