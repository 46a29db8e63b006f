package io.weir.systemtests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.weir.systemtests.harness.Api;
import io.weir.systemtests.harness.AsidePiece;
import io.weir.systemtests.harness.Browser;
import io.weir.systemtests.harness.OwedInvoice;
import io.weir.systemtests.harness.RunningWeir;
import io.weir.systemtests.harness.TwoAdministrators;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every page of portal and console, on a desk and on a phone: it opens, fits, names its controls and breaks nothing.
 * The pages are found in the sources, so that a new one is looked at too; one that needs an id has it in
 * {@link #queries}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesIT {
    private static final Set<String> FOR_ANYBODY = Set.of("/portal/index", "/portal/login", "/portal/register",
            "/portal/forgot-password", "/portal/reset-password", "/portal/expired", "/portal/missing", "/portal/broken",
            "/portal/paddle", "/portal/pay", "/admin/login", "/admin/expired", "/admin/missing", "/admin/broken");
    private static final String ANYBODY = "anybody";
    private static final List<Window> WINDOWS = List.of(new Window(1440, 900, "en-US"), new Window(390, 844, "vi-VN"));
    private final RunningWeir weir = RunningWeir.shared();
    @RegisterExtension
    final Browser browser = new Browser(weir.url());
    private final Map<String, List<String>> queries = new HashMap<>();
    private final Map<String, String> signedIn = new HashMap<>();
    private Api.Customer customer;

    @BeforeAll
    void haveSomethingToShow() throws SQLException {
        var iqx = weir.api("iqx");
        var admin = iqx.administrator();
        meterEverything(admin);
        customer = iqx.newCustomer();
        var owner = customer.api();
        owner.post("/api/keys", Map.of("name", "a key with a long name for a phone", "tier", "free")).expect(201);
        owner.post("/api/chat", Map.of("message", "Phân tích cổ phiếu VIC")).expect(200);
        String plan = idOf(iqx.get("/api/billing/plans"), 99000);
        String extension = idOf(iqx.get("/api/api-extensions/packages"), 49000);
        var paid = pay(owner, plan, "manual");
        admin.post("/api/admin/payments/" + paid.text("id") + "/approve", Map.of("note", "pages")).expect(200);
        var open = pay(owner, plan, "manual").text("id");
        var sandbox = pay(owner, plan, "sandbox");
        var found = admin.get("/api/admin/customers?search=" + customer.email()).expect(200);
        var account = found.json().path("items").path(0).path("id").asText();
        queries.put("/portal/usage", List.of("", "?range=day", "?range=month", "?by=key"));
        queries.put("/portal/payment", List.of("", "?id=" + open, "?id=" + open + "&giveup=1",
                "?id=" + paid.text("id"), "?id=" + sandbox.text("id")));
        queries.put("/portal/receipt", List.of("?id=" + paid.text("id")));
        queries.put("/portal/paddle", List.of("", "?_ptxn=txn_01h"));
        queries.put("/portal/reset-password", List.of("?token=" + "x".repeat(43)));
        queries.put("/admin/approvals",
                List.of("", "?decision=approve&payment=" + open, "?decision=reject&payment=" + open));
        queries.put("/admin/customer", List.of("?id=" + account));
        queries.put("/admin/allowances", List.of("?id=" + account));
        queries.put("/admin/meter", List.of("", "?key=calls"));
        queries.put("/admin/live", List.of("", "?range=month"));
        queries.put("/admin/analytics", List.of("", "?range=quarter"));
        queries.put("/admin/route", List.of("", "?slug=pages"));
        queries.put("/admin/operation", List.of("", "?name=image"));
        queries.put("/admin/rate-card", List.of("", "?operation=image&quote=1&a.quality=hd"));
        queries.put("/portal/caps", List.of("", "?meter=calls"));
        queries.put("/portal/credits", List.of("", "?type=usage&meter=calls&span=quarter",
                "?operation=image&quote=1&a.quality=hd"));
        queries.put("/admin/payment", List.of("?id=" + open, "?id=" + paid.text("id")));
        queries.put("/admin/gateway", List.of("?name=manual", "?name=payos", "?name=sandbox"));
        showMoneyFor(admin, owner, paid.text("id"), pay(owner, plan, "manual"));
        showWhatWaits(admin, account, paid.text("id"));
        showWhatIsBilled(admin, account);
        var owed = OwedInvoice.in(weir, "iqx");
        queries.put("/portal/pay", List.of("?token=" + owed.token(),
                "?token=" + OwedInvoice.in(weir, "iqx").askedFor("manual").token()));
        queries.put("/admin/dunning", List.of("", "?stage=paid", "?invoice=" + owed.id()));
        queries.put("/admin/statements", List.of("", "?status=matched", "?status=ignored"));
        queries.put("/admin/inbox", List.of("", "?state=waiting", "?gateway=sandbox&q=nothing-like-this"));
        queries.put("/admin/notice", List.of("?id=" + noticeOf(pay(owner, plan, "sandbox"), admin, ""),
                "?id=" + noticeOf(pay(owner, plan, "sandbox"), admin, "&amount_off=-1")));
        queries.put("/admin/payments", List.of("", "?status=attention"));
        queries.put("/admin/reconciliation", List.of("", "?list=agreements"));
        showBilling(owner, iqx.get("/api/billing/plans"));
        queries.put("/admin/packages", List.of("", "?kind=extensions", "?retired=yes"));
        queries.put("/admin/plan", List.of("", "?id=" + plan));
        queries.put("/admin/extension", List.of("", "?id=" + extension));
        queries.put("/sandbox/checkout/" + sandbox.text("id"), List.of("", "?step=confirm"));
    }

    /** An invoice, given back in part, and the subscription that it paid. */
    private void showWhatIsBilled(Api admin, String account) {
        var invoice = first(admin.get("/api/admin/invoices?kind=invoice&account=" + account));
        var note = admin.post("/api/admin/invoices/" + invoice + "/credit", Map.of("reason", "half a day lost",
                "toCredit", false, "lines", List.of(Map.of("no", 1, "amount", 100)))).expect(201).text("id");
        var subscription = first(admin.get("/api/admin/subscriptions?account=" + account));
        queries.put("/admin/invoices", List.of("", "?status=overdue", "?account=" + account + "&kind=invoice"));
        queries.put("/admin/invoice", List.of("?id=" + invoice, "?id=" + note));
        queries.put("/admin/subscriptions", List.of("", "?status=trialing&customer=nobody-like-this"));
        queries.put("/admin/subscription", List.of("?id=" + subscription));
        AsidePiece.in(weir, "iqx", "billing.renew", subscription);
    }

    private static String first(Api.Answer list) {
        return list.expect(200).json().path("items").path(0).path("id").asText();
    }

    /** A dearer plan, a bad coupon and the free one; an invoice; the plan about to be ended. */
    private void showBilling(Api owner, Api.Answer plans) {
        queries.put("/portal/change-plan", List.of("?plan=" + idOf(plans, 299_000),
                "?plan=" + idOf(plans, 299_000) + "&coupon=NONE", "?plan=" + idOf(plans, 0)));
        var invoice = owner.get("/api/billing/invoices").expect(200).json().path(0).path("id").asText();
        queries.put("/portal/invoice", List.of("?id=" + invoice));
        queries.put("/portal/invoices", List.of("", "?status=open&kind=invoice&from=2020-01-01&to=2020-12-31"));
        queries.put("/portal/simulation", List.of("", "?plan=" + idOf(plans, 299_000), "?from=2027-01-01&to=2026-01-01"
                + "&plan=" + idOf(plans, 299_000)));
        queries.put("/portal/subscription", List.of("", "?stop=end", "?stop=now"));
    }

    /** A proof and lines of a statement for an open payment, and a part of a paid one given back by hand. */
    private void showMoneyFor(Api admin, Api owner, String paid, Api.Answer open) {
        owner.file("/api/payments/" + open.text("id") + "/proof", "biên lai.png", picture()).expect(201);
        var csv = "Date,Amount,Description,Reference\n"
                + "2026-11-26,99000.00," + open.text("reference") + " NGUYEN VAN A,P1\n"
                + "2026-11-26,50000.00,a line that fits no payment and is long enough to need more than one row,P2\n";
        admin.with("Content-Type", "text/csv").post("/api/admin/statements?fileName=pages.csv", csv).expect(201);
        admin.post("/api/admin/payments/" + paid + "/refund",
                Map.of("amount", 9000, "reason", "half a day lost", "byHand", true)).expect(200);
        queries.put("/admin/approvals", Stream.concat(queries.get("/admin/approvals").stream(),
                Stream.of("?decision=approve&payment=" + open.text("id"))).toList());
    }

    /** A refund and a credit that a second administrator has to agree to, and a decided payment that needs a look. */
    private void showWhatWaits(Api admin, String account, String paid) throws SQLException {
        var both = new TwoAdministrators(weir, "iqx");
        both.agreeAbove("8000");
        both.second().post("/api/admin/payments/" + paid + "/refund",
                Map.of("amount", 20_000, "reason", "a whole day was lost, and nobody answered")).expect(202);
        admin.post("/api/admin/customers/" + account + "/credit", Map.of("amount", 8001, "note", "by cheque"))
                .expect(202);
        both.areOneAgain();
        try (var connection = weir.database(); var update = connection.prepareStatement(
                "UPDATE payments_payment SET attention = 'the gateway says two things of a refund' WHERE id = ?")) {
            update.setString(1, paid);
            update.executeUpdate();
        }
    }

    static byte[] picture() {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(300, 500, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Pays at the sandbox, which sends a notice. */
    private String noticeOf(Api.Answer payment, Api admin, String script) {
        weir.api("iqx").with("Content-Type", "application/x-www-form-urlencoded")
                .send("POST", URI.create(payment.text("checkoutUrl")).getPath(), "outcome=succeed" + script);
        return Api.eventually(() -> admin.get("/api/admin/webhooks?"
                + (script.isEmpty() ? "" : "state=attention&") + "search=" + payment.text("orderCode")),
                found -> found.json().path("items").size() > 0).json().path("items").path(0).path("id").asText();
    }

    /** What the tenant's own catalogue has none of: a route, a rate card, a service, a customer who is almost done. */
    private void meterEverything(Api admin) {
        admin.put("/api/admin/routes/pages", Map.of("title", "A route", "upstream", "https://upstream.example/v1",
                "methods", List.of("GET", "POST"), "metering", Map.of("meter", "calls", "units", 1, "rules",
                List.of(Map.of("method", "POST", "path", "/dear/**", "units", 5))))).expect(200);
        admin.put("/api/admin/rate-card/image", Map.of("meter", "calls", "base", 2, "modifiers",
                List.of(Map.of("attribute", "quality", "equals", "hd", "percent", 50)))).expect(200);
        admin.post("/api/admin/service-keys", Map.of("name", "crawler")).expect(201);
        var almostDone = weir.api("iqx").newCustomer().api();
        almostDone.post("/api/metering/charges", Map.of("meter", "calls", "quantity", 95)).expect(201);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void fitsAndIsWhole(String page, Window window) {
        boolean open = FOR_ANYBODY.contains(page);
        var visitor = visitor(open || page.startsWith("/sandbox/") ? ANYBODY
                : page.substring(0, page.indexOf('/', 1)), window);
        for (String query : queries.getOrDefault(page, List.of(""))) {
            var opened = visitor.newPage();
            var faults = PageFaults.of(opened);
            var path = page.replaceFirst("/(index|overview)$", "/") + query;
            var answer = opened.navigate(open ? path + (query.isEmpty() ? "?" : "&") + "tenant=iqx" : path);
            opened.screenshot(new Page.ScreenshotOptions().setFullPage(true)
                    .setPath(Browser.screenshot("pages/" + window.width() + "/" + (page + query).substring(1))));
            assertThat(answer.status()).as(path).isEqualTo(200);
            assertThat(URI.create(opened.url()).getPath()).as("led elsewhere")
                    .isEqualTo(path.replaceFirst("\\?.*", ""));
            assertThat(faults.all()).as(path + " at " + window.width()).isEmpty();
            opened.close();
        }
    }

    /** The same for every page, or this would look at the same style sheets again and again. */
    private BrowserContext visitor(String who, Window window) {
        return browser.regular(List.of(who, window), () -> {
            var options = new NewContextOptions().setViewportSize(window.width(), window.height())
                    .setLocale(window.language());
            return who.equals(ANYBODY) ? options
                    : options.setStorageState(signedIn.computeIfAbsent(who, this::signIn));
        });
    }

    Stream<Arguments> pages() throws IOException {
        var pages = new ArrayList<String>();
        for (String console : List.of("portal", "admin")) {
            var sources = Path.of(System.getProperty("weir.root"), "modules", "web-" + console, "src/main/webapp");
            try (var files = Files.list(sources)) {
                files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".xhtml")).sorted()
                        .forEach(name -> pages.add("/" + console + "/" + name.replace(".xhtml", "")));
            }
        }
        assertThat(pages).as("discovery works").hasSizeGreaterThan(20);
        queries.keySet().stream().filter(page -> page.startsWith("/sandbox/")).forEach(pages::add);
        return pages.stream().flatMap(page -> WINDOWS.stream().map(window -> Arguments.of(page, window)));
    }

    /** Signs in through the console's own form, once for all pages. */
    private String signIn(String console) {
        var visitor = browser.visitor();
        if (console.equals("/admin")) {
            new ConsoleVisit(visitor).signsIn("iqx");
        } else {
            new PortalVisit(visitor, "iqx").signsIn(customer.email(), customer.password(), true);
        }
        return visitor.storageState();
    }

    private static Api.Answer pay(Api owner, String plan, String gateway) {
        return owner.post("/api/payment/create", Map.of("packageId", plan, "gateway", gateway)).expect(201);
    }

    private static String idOf(Api.Answer offers, int price) {
        for (var offer : offers.expect(200).json()) {
            if (offer.path("price").asInt() == price) {
                return offer.path("id").asText();
            }
        }
        throw new AssertionError("nothing for " + price + " in " + offers);
    }

    /** A browser's window and language. */
    record Window(int width, int height, String language) {
    }
}
