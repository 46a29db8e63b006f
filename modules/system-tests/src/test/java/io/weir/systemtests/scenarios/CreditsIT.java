package io.weir.systemtests.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.systemtests.harness.RunningWeir;
import io.weir.systemtests.harness.Shop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Seed 003's credits: a rate card that explains itself, and a ledger that adds up. */
class CreditsIT {
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
        var ledger = api.get("/api/credits/transactions").expect(200).json();
        assertThat(ledger.path("total").asInt()).isEqualTo(4);
        assertThat(words(ledger, "type")).containsExactly("adjustment", "usage", "usage", "grant");
        assertThat(amounts(ledger, "balanceAfter")).containsExactly(10.0, 7.0, 8.5, 10.0);
        assertThat(amounts(ledger, "amount")).containsExactly(3.0, -1.5, -1.5, 10.0);
        assertThat(words(api.get("/api/credits/transactions?type=usage").expect(200).json(), "type"))
                .containsExactly("usage", "usage");
        reports(buyer);
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
