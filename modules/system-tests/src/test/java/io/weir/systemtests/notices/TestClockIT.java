package io.weir.systemtests.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.weir.systemtests.harness.Api;
import io.weir.systemtests.harness.RunningWeir;
import io.weir.systemtests.harness.Shop;
import io.weir.systemtests.notices.TenantTime.Happened;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The clocks of tenants go forward, and everything of these tenants follows, each at its own time. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TestClockIT {
    private static final String OWNER = "/api/billing/usage";
    private RunningWeir weir;
    private TenantTime iqx;
    private TenantTime smartspec;

    @BeforeAll
    void start() {
        weir = RunningWeir.own("clock", Map.of());
        iqx = new TenantTime(weir, "iqx");
        smartspec = new TenantTime(weir, "smartspec");
    }

    @AfterAll
    void stop() {
        weir.close();
    }

    @Test
    void tokensSessionsAndKeysRunOutByTheTenantsClock() {
        var customer = weir.api("iqx").newCustomer();
        var end = iqx.now().plus(Duration.ofDays(10));
        var key = weir.api("iqx").key(customer.api().post("/api/keys",
                Map.of("name", "short", "tier", "free", "expiresAt", end.toString())).expect(201).text("key"));

        iqx.by("PT1H");
        assertThat(customer.api().get(OWNER).expect(401).text("code")).isEqualTo("TOKEN_EXPIRED");
        var again = weir.api("iqx").post("/api/auth/refresh",
                Map.of("refreshToken", customer.signIn().path("refreshToken").asText())).expect(200);
        weir.api("iqx").token(again.text("accessToken")).get(OWNER).expect(200);
        key.get("/api/chat/usage").expect(200);

        assertThat(iqx.by("P11D")).filteredOn(what -> what.kind().equals("key.expired")).singleElement()
                .satisfies(what -> assertThat(what.at()).isEqualTo(end.truncatedTo(ChronoUnit.MILLIS)));
        assertThat(key.get("/api/chat/usage").expect(401).text("code")).isEqualTo("TOKEN_EXPIRED");
        assertThat(weir.api("iqx").post("/api/auth/refresh", Map.of("refreshToken", again.text("refreshToken")))
                .expect(401).text("code")).isEqualTo("TOKEN_EXPIRED");
        weir.api("iqx").signIn(customer.email(), customer.password()).api().get(OWNER).expect(200);
    }

    @Test
    void agreementsAreChargedAtEachPeriodsEndAndWhatFailsEndsInOrder() {
        var shop = new Shop(weir, "smartspec");
        var plan = shop.plan(Map.of("price", 10, "durationDays", 30));
        var good = paid(shop, plan, "outcome=succeed");
        var bad = paid(shop, plan, "outcome=fails_on_renewal");

        var happened = smartspec.by("P95D");

        assertThat(happened).extracting(Happened::at).isSorted();
        var renewals = settled(good);
        assertThat(renewals).hasSize(3);
        var begun = moment("SELECT MIN(anchor_at) FROM sandbox_agreement WHERE reference = ?", good.agreement());
        for (int month = 1; month <= 3; month++) {
            var end = begun.atZone(ZoneId.of("Asia/Bangkok")).plusDays(30L * month).toInstant();
            assertThat(renewals.get(month - 1)).as("renewal " + month).isCloseTo(end, within(1, ChronoUnit.SECONDS));
        }
        assertThat(weir.number("SELECT COUNT(*) FROM subscriptions_period p JOIN subscriptions_period q"
                + " ON q.subscription_id = p.subscription_id AND q.period_from = p.period_until"
                + " JOIN subscriptions_subscription s ON s.id = p.subscription_id WHERE s.origin = ?", good.id()))
                .as("no gap and no overlap").isEqualTo(3);
        assertThat(weir.number("SELECT COUNT(*) FROM sandbox_charge WHERE reference LIKE ?", "sbx_ch_" + good.id()
                + "%")).as("the first and its renewals").isEqualTo(4);
        assertThat(weir.number("SELECT COUNT(*) FROM billing_invoice i JOIN payments_payment p ON p.id = i.payment_id"
                + " WHERE p.renewal_charge LIKE ?", "sbx_ch_" + good.id() + "%")).isEqualTo(3);
        assertEnded(bad, happened);
        Api.eventually(() -> weir.number("SELECT COUNT(*) FROM notifications_mail WHERE to_address = (SELECT email"
                + " FROM identity_user WHERE account_id = ?) AND body LIKE '%/portal/payment-methods%'",
                account(bad)), n -> n >= 1);
        assertThat(weir.number("SELECT COUNT(*) FROM platform_outbox WHERE dead_at IS NOT NULL")).isZero();
    }

    /** Tried 0, 1, 3 and 7 days after the period's end; access ends after three. */
    private void assertEnded(Checkout bad, List<Happened> happened) {
        var account = account(bad);
        var end = moment("SELECT anchor_at FROM sandbox_agreement WHERE reference = ?", bad.agreement())
                .plus(Duration.ofDays(30));
        assertThat(happened).filteredOn(what -> what.account().equals(account)
                        && what.kind().equals("renewal.missed"))
                .extracting(what -> Duration.between(end, what.at()).toDays()).containsExactly(0L, 1L, 3L, 7L);
        assertThat(happened).filteredOn(what -> what.account().equals(account)
                        && what.kind().equals("subscription.expired")).singleElement()
                .satisfies(what -> assertThat(what.at())
                        .isCloseTo(end.plus(Duration.ofDays(3)), within(5, ChronoUnit.SECONDS)));
        assertThat(weir.text("SELECT status FROM payments_agreement WHERE reference = ?", bad.agreement()))
                .isEqualTo("ENDED");
    }

    @Test
    void aMonthlyPlanIsFreshEachMonthAndAlertsAnew() {
        var customer = weir.api("smartspec").newCustomer();
        charge(customer, 9);
        Api.eventually(() -> alerts(customer), n -> n == 2);

        var happened = smartspec.by("P1M");
        assertThat(happened).filteredOn(what -> what.kind().equals("period.began")).isNotEmpty();
        assertThat(left(customer)).isEqualTo(10);
        charge(customer, 8.5);
        Api.eventually(() -> alerts(customer), n -> n == 3);
        var latest = moment("SELECT MAX(raised_at) FROM metering_alert a JOIN identity_user u"
                + " ON u.account_id = a.account_id WHERE u.email = ?", customer.email());
        assertThat(latest).isCloseTo(smartspec.now(), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void aPaidPlanThatNobodyRenewsGivesWayToTheFreeOne() {
        var shop = new Shop(weir, "iqx");
        var buyer = shop.buyerOf(shop.plan(Map.of("price", 10, "apiLimit", 777)));
        assertThat(buyer.left("calls")).isEqualTo(777);
        iqx.by("P31D");
        var owner = weir.api("iqx").signIn(buyer.customer().email(), buyer.customer().password()).api();
        assertThat(new Shop.Buyer(new Api.Customer(owner, "", "", null), buyer.account()).left("calls")).isEqualTo(100);
        assertThat(weir.text("SELECT status FROM subscriptions_subscription WHERE account_id = ? AND NOT is_free",
                buyer.account())).isEqualTo("EXPIRED");
    }

    @Test
    void reservationsCheckoutsAndDelayedNoticesFollow() {
        var shop = new Shop(weir, "iqx");
        var plan = shop.plan(Map.of("price", 10, "durationDays", 365));
        var buyer = shop.visitor();
        buyer.api().post("/api/metering/reservations", Map.of("meter", "calls", "quantity", 7, "ttlSeconds", 3600))
                .expect(201);
        var late = Checkout.ofPlan(weir, shop.visitor().api(), plan);
        late.finish("outcome=succeed&delay=7200").expect(200);
        var left = Checkout.ofPlan(weir, shop.visitor().api(), plan);
        assertThat(late.status()).isEqualTo("processing");

        iqx.by("PT90M");
        assertThat(reserved(buyer.account())).isZero();
        assertThat(late.status()).isEqualTo("processing");
        iqx.by("PT1H");
        assertThat(late.status()).isEqualTo("completed");
        assertThat(left.status()).isEqualTo("processing");
        assertThat(iqx.by("P2D")).extracting(Happened::kind).as(end(left)).contains("payment.closed");
        assertThat(left.status()).isEqualTo("cancelled");
    }

    @Test
    void twoTenantsAreOnTwoDatesAndNobodyElseIsTouched() {
        var portal = new TenantTime(weir, "portal");
        var chat = new TenantTime(weir, "chat");
        var bystander = weir.api("odoo-saas").newCustomer();
        var start = portal.now();
        var other = chat.now();
        portal.to(Instant.parse("2028-01-31T00:00:00Z"));
        chat.by("P1D");
        assertThat(portal.now()).isCloseTo(Instant.parse("2028-01-31T00:00:00Z"), within(1, ChronoUnit.MINUTES));
        assertThat(chat.now()).isCloseTo(other.plus(Duration.ofDays(1)), within(1, ChronoUnit.MINUTES));
        assertThat(start).isBefore(portal.now().minus(Duration.ofDays(300)));
        bystander.api().get(OWNER).expect(200);
    }

    @Test
    void onlyForwardOnlyTwoYearsAndOnlyInASandbox() {
        var production = weir.api("platform").administrator();
        assertThat(production.post("/api/admin/clock/advance", Map.of("by", "P1D")).expect(403).text("code"))
                .isEqualTo("CLOCK_SANDBOX_ONLY");
        assertThat(production.get("/api/admin/clock").expect(200).json().path("moved").asBoolean()).isFalse();
        var admin = iqx.administrator();
        assertThat(admin.post("/api/admin/clock/advance", Map.of("to", "2026-01-01T00:00:00Z")).expect(409)
                .text("code")).isEqualTo("CLOCK_FORWARD_ONLY");
        for (var wish : List.of(Map.of("by", "P3Y"), Map.of("by", "tomorrow"), Map.of("by", "P"), Map.of("by", "-P1D"),
                Map.of("to", "2027"), Map.of(), Map.of("by", "P1D", "to", "2027-01-01T00:00:00Z"))) {
            assertThat(admin.post("/api/admin/clock/advance", wish).expect(400).text("code")).as(wish.toString())
                    .isEqualTo("VALIDATION_FAILED");
        }
        weir.api("iqx").newCustomer().api().post("/api/admin/clock/advance", Map.of("by", "P1D")).expect(403);
    }

    private String end(Checkout checkout) {
        return weir.text("SELECT CONCAT_WS(' ', status, 'of', created_at, 'until', expires_at, 'note', attention)"
                + " FROM payments_payment WHERE id = ?", checkout.id()) + " at " + iqx.now();
    }

    private Checkout paid(Shop shop, String plan, String outcome) {
        var checkout = Checkout.ofPlan(weir, shop.visitor().api(), plan);
        checkout.finish(outcome).expect(200);
        return checkout.eventually("completed");
    }

    private List<Instant> settled(Checkout checkout) {
        return List.of(1, 2, 3).stream().map(number -> "sbx_ch_" + checkout.id() + "_" + number)
                .map(charge -> moment("SELECT completed_at FROM payments_payment WHERE renewal_charge = ?", charge))
                .toList();
    }

    private String account(Checkout checkout) {
        return weir.text("SELECT account_id FROM payments_payment WHERE id = ?", checkout.id());
    }

    private Instant moment(String sql, String argument) {
        return Instant.parse(weir.text(sql, argument).replaceFirst(" ", "T") + "Z");
    }

    private void charge(Api.Customer customer, double credits) {
        weir.api("smartspec").signIn(customer.email(), customer.password()).api().post("/api/metering/charges",
                Map.of("meter", "credits", "quantity", credits)).expect(201);
    }

    private double left(Api.Customer customer) {
        var owner = weir.api("smartspec").signIn(customer.email(), customer.password());
        return new Shop.Buyer(owner, "").left("credits");
    }

    private long alerts(Api.Customer customer) {
        return weir.number("SELECT COUNT(*) FROM metering_alert a JOIN identity_user u ON u.account_id = a.account_id"
                + " WHERE u.email = ? AND a.published_at IS NOT NULL", customer.email());
    }

    private long reserved(String account) {
        return weir.number("SELECT SUM(reserved) FROM metering_allowance WHERE account_id = ?", account);
    }
}
