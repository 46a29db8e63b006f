package io.weir.systemtests.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.systemtests.harness.Api;
import io.weir.systemtests.harness.Parallel;
import io.weir.systemtests.harness.RunningWeir;
import io.weir.systemtests.harness.Shop;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Seed 003's credits: a rate card that explains itself, and a ledger that adds up. */
class CreditsIT {
    private static final String LEDGER = "/api/credits/transactions";
    private final RunningWeir weir = RunningWeir.shared();
    private final Shop shop = new Shop(weir, "smartspec");

    @ParameterizedTest
    @CsvSource({"image,,,1.0", "image,quality,hd,1.5", "image,quality,4k,2.0", "image,quality,plain,1.0",
        "video,durationSeconds,5,5.0", "video,durationSeconds,6,10.0", "audio,durationSeconds,1,0.5",
        "audio,durationSeconds,30,0.5", "audio,durationSeconds,31,1.0", "audio,durationSeconds,90,1.5",
        "storage,gbMonths,1,0.01", "storage,gbMonths,2.5,0.025"})
    void theQuoteIsTheSeedsAndAddsUp(String operation, String attribute, String value, double credits) {
        var attributes = attribute == null ? Map.of() : Map.of(attribute, numberOr(value));
        var quote = shop.visitor().api().post("/api/credits/quote",
                Map.of("operation", operation, "attributes", attributes)).expect(200);
        assertThat(quote.json().path("credits").asDouble()).isEqualTo(credits);
        assertThat(StreamSupport.stream(quote.json().path("breakdown").spliterator(), false)
                .filter(line -> line.has("credits")).mapToDouble(line -> line.path("credits").asDouble()).sum())
                .as("the lines of %s", quote).isEqualTo(credits, org.assertj.core.api.Assertions.within(1e-9));
    }

    @Test
    void aWrongQuestionIsToldWhatIsWrong() {
        var api = shop.visitor().api();
        assertThat(api.post("/api/credits/quote", Map.of("operation", "dance", "attributes", Map.of())).expect(400)
                .text("code")).isEqualTo("OPERATION_UNKNOWN");
        assertThat(api.post("/api/credits/quote", Map.of("operation", "audio", "attributes", Map.of())).expect(400)
                .json().path("details").toString()).contains("durationSeconds");
    }

    @Test
    void operationsAreChargedByTheCardAndTheLedgerTellsTheStory() {
        var buyer = shop.visitor();
        var api = buyer.api();
        var charge = api.post("/api/metering/charges", Map.of("operation", "image", "attributes", Map.of("quality",
                "hd"),
                "model", "sdxl")).expect(201);
        assertThat(charge.json().path("charged").asDouble()).isEqualTo(1.5);
        var held = api.post("/api/metering/reservations", Map.of("operation", "audio", "attributes",
                Map.of("durationSeconds", 120))).expect(201);
        assertThat(held.json().path("reserved").asDouble()).isEqualTo(2.0);
        assertThat(api.get("/api/credits/balance").expect(200).json().path("balance").asDouble()).isEqualTo(6.5);
        var settled = api.post("/api/metering/reservations/" + held.text("id") + "/settle",
                Map.of("attributes", Map.of("durationSeconds", 61))).expect(200);
        assertThat(settled.json().path("charged").asDouble()).isEqualTo(1.5);
        shop.grant(buyer, "credits", 3);

        var balance = api.get("/api/credits/balance").expect(200).json();
        assertThat(balance.path("balance").asDouble()).isEqualTo(10.0);
        assertThat(balance.path("monthly").asDouble()).isEqualTo(7.0);
        assertThat(balance.path("purchased").asDouble()).isEqualTo(3.0);
        var ledger = api.get(LEDGER).expect(200).json();
        assertThat(ledger.path("total").asInt()).isEqualTo(4);
        assertThat(words(ledger, "type")).containsExactly("adjustment", "usage", "usage", "grant");
        assertThat(amounts(ledger, "balanceAfter")).containsExactly(10.0, 7.0, 8.5, 10.0);
        assertThat(amounts(ledger, "amount")).containsExactly(3.0, -1.5, -1.5, 10.0);
        assertThat(words(api.get(LEDGER + "?type=usage").expect(200).json(), "type"))
                .containsExactly("usage", "usage");
        reports(buyer);
    }

    @Test
    void theLedgerIsNarrowedToASpanAndAMeterAndIsATable() {
        var buyer = shop.visitor();
        var api = buyer.api();
        video(buyer, 5);
        shop.grant(buyer, "credits", 3);
        var all = api.get(LEDGER).expect(200).json().path("items");
        String given = all.path(0).path("createdAt").asText();
        assertThat(words(api.get(LEDGER + "?from=" + given).expect(200).json(), "type"))
                .containsExactly("adjustment");
        assertThat(words(api.get(LEDGER + "?to=" + given).expect(200).json(), "type"))
                .containsExactly("usage", "grant");
        var today = LocalDate.ofInstant(Instant.parse(given), ZoneId.of("Asia/Bangkok"));
        assertThat(api.get(LEDGER + "?from=" + today + "&to=" + today).expect(200).json().path("total").asInt())
                .isEqualTo(3);
        assertThat(api.get(LEDGER + "?to=" + today.minusDays(1)).expect(200).json().path("total").asInt()).isZero();
        assertThat(words(api.get(LEDGER + "?meter=calls").expect(200).json(), "type")).containsExactly("grant");
        for (var wrong : List.of("from=soon", "from=" + today + "&to=" + today.minusDays(1), "meter=steps",
                "type=gift", "format=pdf")) {
            assertThat(api.get(LEDGER + "?" + wrong).expect(400).json().path("details")
                    .has(wrong.substring(0, wrong.indexOf('=')))).as(wrong).isTrue();
        }
        tables(api, all);
    }

    private static void tables(Api api, JsonNode all) {
        var lines = api.get(LEDGER + "?format=csv").expect(200).response().body().split("\r\n");
        assertThat(lines[0]).isEqualTo("id,meter,at,type,quantity,balanceAfter,note");
        assertThat(lines).hasSize(4);
        for (int i = 0; i < all.size(); i++) {
            assertThat(lines[i + 1]).startsWith(all.path(i).path("id").asText() + ",credits,"
                    + all.path(i).path("createdAt").asText() + "," + all.path(i).path("type").asText() + ",");
        }
        assertThat(api.with("Accept", "text/csv").get(LEDGER + "?type=usage").expect(200).response().body().split("\r\n"))
                .hasSize(2).anyMatch(line -> line.contains(",usage,-5.0000,5.0000,"));
    }

    private void reports(Shop.Buyer buyer) {
        var summary = buyer.api().get("/api/credits/usage/summary").expect(200).json();
        assertThat(summary.path("totalCredits").asDouble()).isEqualTo(3.0);
        assertThat(summary.path("byOperation")).hasSize(2);
        var models = buyer.api().get("/api/credits/usage/models").expect(200).json();
        assertThat(StreamSupport.stream(models.spliterator(), false).map(m -> m.path("model").asText()))
                .contains("sdxl");
        var daily = buyer.api().get("/api/credits/usage/daily?days=7").expect(200).json();
        assertThat(daily).hasSize(7);
        assertThat(daily.get(6).path("credits").asDouble()).isEqualTo(3.0);
    }

    @Test
    void whatIsNotThereCannotBeSpent() {
        var api = shop.visitor().api();
        api.post("/api/metering/charges", Map.of("operation", "video", "attributes", Map.of("durationSeconds", 60)))
                .expect(201);
        var refused = api.post("/api/metering/charges", Map.of("operation", "storage", "attributes",
                Map.of("gbMonths", 0.01))).expect(429);
        assertThat(refused.text("code")).isEqualTo("QUOTA_EXCEEDED");
        assertThat(api.get("/api/credits/balance").expect(200).json().path("balance").asDouble()).isZero();
    }

    @Test
    void boughtCreditsComeWithTheirBonusOnceAndAreSpentLast() {
        var buyer = shop.visitor();
        var payment = order(buyer, Map.of("credits_amount", 100, "gateway", "manual"));
        assertThat(payment.path("amount").asDouble()).isEqualTo(9.0);
        assertThat(payment.path("description").asText()).contains("Basic");
        assertThat(balance(buyer).path("balance").asDouble()).isEqualTo(10.0);

        var approval = "/api/admin/payments/" + payment.path("id").asText() + "/approve";
        var answers = Parallel.run(8, 8, () -> shop.administrator().post(approval, Map.of("note", "seen")));
        assertThat(answers).extracting(Api.Answer::status).containsOnly(200, 409).containsOnlyOnce(200);
        assertThat(balance(buyer).path("monthly").asDouble()).isEqualTo(10.0);
        assertThat(balance(buyer).path("purchased").asDouble()).isEqualTo(105.0);
        assertThat(balance(buyer).path("balance").asDouble()).isEqualTo(115.0);
        assertThat(amounts(transactions(buyer, "purchase"), "amount")).containsExactly(100.0);
        assertThat(amounts(transactions(buyer, "bonus"), "amount")).containsExactly(5.0);
        assertThat(amounts(transactions(buyer, "bonus"), "balanceAfter")).containsExactly(115.0);
        var lines = buyer.api().get("/api/payment/invoices").expect(200).json().path(0).path("lines");
        assertThat(lines.path(0).path("description").asText()).contains("Basic").contains("100").contains("5");

        video(buyer, 5);
        assertThat(balance(buyer).path("monthly").asDouble()).isEqualTo(5.0);
        assertThat(balance(buyer).path("purchased").asDouble()).isEqualTo(105.0);
        video(buyer, 60);
        assertThat(balance(buyer).path("monthly").asDouble()).isZero();
        assertThat(balance(buyer).path("purchased").asDouble()).isEqualTo(100.0);
    }

    @Test
    void aSecondNoticeOfTheSameMoneyBringsNothing() {
        var buyer = shop.visitor();
        var payment = order(buyer, Map.of("packageId", starter(buyer), "gateway", "sandbox"));
        var checkout = URI.create(payment.path("checkoutUrl").asText()).getPath();
        var browser = buyer.api().with("Content-Type", "application/x-www-form-urlencoded");
        browser.send("POST", checkout, "outcome=succeed");
        browser.send("POST", checkout, "outcome=succeed");
        Api.eventually(() -> balance(buyer), found -> found.path("purchased").asDouble() >= 50.0);
        assertThat(weir.number("SELECT COUNT(*) FROM subscriptions_credit_purchase WHERE cause = ?",
                payment.path("id").asText())).isEqualTo(1);
        assertThat(balance(buyer).path("purchased").asDouble()).isEqualTo(50.0);
    }

    @Test
    void anyOtherAmountCostsTheUnitPriceAndHasNoBonus() {
        var buyer = shop.visitor();
        var payment = order(buyer, Map.of("credits_amount", 73, "gateway", "manual"));
        assertThat(payment.path("amount").asDouble()).isEqualTo(7.3);
        shop.administrator().post("/api/admin/payments/" + payment.path("id").asText() + "/approve",
                Map.of("note", "seen")).expect(200);
        assertThat(balance(buyer).path("purchased").asDouble()).isEqualTo(73.0);
        for (var wrong : List.of(Map.of("credits_amount", 0), Map.of("credits_amount", 100_001), Map.of())) {
            var refused = buyer.api().post("/api/payment/checkout/credits", wrong).expect(400);
            assertThat(refused.json().path("details").has("credits_amount")).as(refused.toString()).isTrue();
        }
        new Shop(weir, "iqx").visitor().api().post("/api/payment/checkout/credits", Map.of("credits_amount", 100))
                .expect(400);
    }

    private static JsonNode order(Shop.Buyer buyer, Map<String, ?> what) {
        return buyer.api().post("/api/payment/checkout/credits", what).expect(201).json().path("payment");
    }

    private static String starter(Shop.Buyer buyer) {
        var offers = buyer.api().get("/api/credits/packages").expect(200).json();
        assertThat(offers).hasSizeGreaterThanOrEqualTo(6);
        assertThat(offers.path(0).path("name").asText()).isEqualTo("Starter");
        assertThat(offers.path(0).path("credits").asDouble()).isEqualTo(50.0);
        return offers.path(0).path("id").asText();
    }

    private static void video(Shop.Buyer buyer, int seconds) {
        buyer.api().post("/api/metering/charges", Map.of("operation", "video", "attributes",
                Map.of("durationSeconds", seconds))).expect(201);
    }

    private static JsonNode balance(Shop.Buyer buyer) {
        return buyer.api().get("/api/credits/balance").expect(200).json();
    }

    private static JsonNode transactions(Shop.Buyer buyer, String type) {
        return buyer.api().get(LEDGER + "?type=" + type).expect(200).json();
    }

    private static Object numberOr(String value) {
        return value.matches("[0-9.]+") ? new java.math.BigDecimal(value) : value;
    }

    private static List<String> words(JsonNode page, String member) {
        var found = new ArrayList<String>();
        page.path("items").forEach(item -> found.add(item.path(member).asText()));
        return found;
    }

    private static List<Double> amounts(JsonNode page, String member) {
        var found = new ArrayList<Double>();
        page.path("items").forEach(item -> found.add(item.path(member).asDouble()));
        return found;
    }
}
