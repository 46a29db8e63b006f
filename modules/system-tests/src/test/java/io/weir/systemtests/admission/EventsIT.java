package io.weir.systemtests.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.systemtests.harness.Api;
import io.weir.systemtests.harness.Parallel;
import io.weir.systemtests.harness.RunningWeir;
import io.weir.systemtests.harness.Shop;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Usage that others have measured, reported as CloudEvents: counted once each, or refused by name, and never lost. */
class EventsIT {
    private static final String ROUTE = "/api/metering/events";
    private static final String ONE = "application/cloudevents+json";
    private static final String BATCH = "application/cloudevents-batch+json";
    private final RunningWeir weir = RunningWeir.shared();
    private final Shop shop = new Shop(weir, "platform");

    @Test
    void everyFormIsUnderstood() {
        var buyer = shop.buyerOf(shop.plan(Map.of("apiLimit", 1000)));
        var api = buyer.api();
        assertThat(api.with("Content-Type", ONE).post(ROUTE, event("a", 1)).expect(202).number("accepted"))
                .isEqualTo(1);
        var batch = api.with("Content-Type", BATCH).post(ROUTE, List.of(event("b", 2), event("c", 3))).expect(202);
        assertThat(batch.number("accepted")).isEqualTo(2);
        assertThat(api.post(ROUTE, Map.of("events", List.of(event("d", 4)))).expect(202).number("accepted"))
                .isEqualTo(1);
        var binary = api.with("ce-specversion", "1.0").with("ce-id", "e").with("ce-source", "/tests")
                .with("ce-type", "used").post(ROUTE, Map.of("meter", "calls", "quantity", 5));
        assertThat(binary.expect(202).number("accepted")).isEqualTo(1);
        assertThat(buyer.used("calls")).isEqualTo(15);
    }

    @Test
    void eachEventHearsItsOwnFate() {
        var buyer = shop.buyerOf(shop.plan(Map.of("apiLimit", 10)));
        post(buyer.api(), List.of(event("known", 1))).expect(202);
        var unknownMeter = Map.of("specversion", "1.0", "id", "u", "source", "/tests", "type", "used", "data",
                Map.of("meter", "no-such-meter", "quantity", 1));
        var answer = post(buyer.api(), List.of(event("known", 1), event("known", 2), Map.of("id", "shapeless"),
                event("good", 3), event("too-much", 100), unknownMeter, event("good", 3))).expect(202);
        assertThat(answer.number("accepted")).isEqualTo(1);
        assertThat(answer.number("duplicates")).isEqualTo(2);
        var rejected = new ArrayList<String>();
        answer.json().path("rejected").forEach(r -> rejected.add(r.path("index").asInt() + " " + r.path("code")
                .asText()));
        assertThat(rejected).hasSize(4).contains("1 EVENT_CONFLICT", "4 QUOTA_EXCEEDED")
                .anyMatch(r -> r.startsWith("2 ")).anyMatch(r -> r.startsWith("5 "));
        assertThat(buyer.used("calls")).isEqualTo(4);
    }

    @Test
    void aThousandAtOnceAndNotOneMore() {
        var buyer = shop.buyerOf(shop.plan(Map.of("apiLimit", 100_000)));
        var events = IntStream.range(0, 1000).mapToObj(i -> event("n" + i, 1)).toList();
        var answers = Parallel.run(4, 4, () -> post(buyer.api(), events).expect(202));
        assertThat(answers.stream().mapToLong(a -> a.number("accepted")).sum()).isEqualTo(1000);
        assertThat(answers.stream().mapToLong(a -> a.number("duplicates")).sum()).isEqualTo(3000);
        assertThat(buyer.used("calls")).isEqualTo(1000);
        assertThat(weir.number("SELECT SUM(quantity) FROM metering_usage_hour WHERE account_id = ?", buyer.account()))
                .isEqualTo(1000);
        var tooMany = new ArrayList<>(events);
        tooMany.add(event("one-more", 1));
        assertThat(post(buyer.api(), tooMany).status()).isIn(400, 413);
        assertThat(buyer.used("calls")).isEqualTo(1000);
    }

    @Test
    void whatIsNotAnEventChangesNothing() {
        var api = shop.buyerOf(shop.plan(Map.of("apiLimit", 10))).api();
        api.send("POST", ROUTE, "{not json").expect(400);
        api.with("Content-Type", BATCH).send("POST", ROUTE, "{}").expect(400);
        api.with("Content-Type", "text/plain").send("POST", ROUTE, "hello").expect(415);
        api.send("POST", ROUTE, "[" + "1".repeat(1_100_000) + "]").expect(413);
    }

    @Test
    void lateOnesGoWhereTheMeterSaysAndFutureOnesNowhere() {
        var buyer = shop.buyerOf(shop.plan(Map.of("apiLimit", 10)));
        var before = Instant.now().minus(Duration.ofDays(2));
        var future = Instant.now().plus(Duration.ofHours(1));
        var answer = post(buyer.api(), List.of(at("future", future), at("past", before))).expect(202);
        var codes = new ArrayList<String>();
        answer.json().path("rejected").forEach(r -> codes.add(r.path("code").asText()));
        assertThat(codes).as("nothing was open two days ago, and the meter reopens")
                .containsExactly("EVENT_IN_FUTURE", "QUOTA_EXCEEDED");

        var meter = "late_" + Api.word();
        shop.administrator().put("/api/admin/meters/" + meter, Map.of("title", "Late", "unit", "piece", "decimals", 0,
                "late", "nextPeriod")).expect(200);
        var other = shop.buyerOf(shop.plan(Map.of("quotas", Map.of(meter, 10))));
        var late = Map.of("specversion", "1.0", "id", "late", "source", "/tests", "type", meter, "time",
                before.toString(), "data", Map.of("quantity", 2));
        assertThat(post(other.api(), List.of(late)).expect(202).number("accepted")).isEqualTo(1);
        assertThat(other.used(meter)).isEqualTo(2);
    }

    @Test
    void whatWasReportedCanBeReadAndTakenAway() {
        var buyer = shop.buyerOf(shop.plan(Map.of("apiLimit", 100)));
        post(buyer.api(), IntStream.range(0, 25).mapToObj(i -> event("r" + i, 1)).toList()).expect(202);
        var first = buyer.api().get(ROUTE + "?limit=10").expect(200);
        assertThat(first.json().path("items")).hasSize(10);
        var second = buyer.api().get(ROUTE + "?limit=20&cursor=" + first.text("next")).expect(200);
        assertThat(second.json().path("items")).hasSize(15);
        assertThat(second.json().path("next").isTextual()).as("there is no more").isFalse();
        var csv = buyer.api().with("Accept", "text/csv").get(ROUTE).expect(200);
        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.response().body().strip().split("\r\n")).hasSize(26);
        buyer.api().get(ROUTE + "?cursor=forged").expect(400);
        var stranger = shop.buyerOf(shop.plan(Map.of("apiLimit", 1)));
        assertThat(stranger.api().get(ROUTE).expect(200).json().path("items")).isEmpty();
        stranger.api().get(ROUTE + "?account=" + buyer.account()).expect(404);
        var seen = shop.administrator().get(ROUTE + "?account=" + buyer.account()).expect(200);
        assertThat(seen.json().path("items")).hasSize(25);
    }

    @Test
    void aServiceReportsForItsCustomers() {
        var buyer = shop.buyerOf(shop.plan(Map.of("apiLimit", 100)));
        var event = Map.of("specversion", "1.0", "id", "s1", "source", "/service", "type", "used", "subject",
                buyer.account(), "data", Map.of("meter", "calls", "quantity", 6));
        assertThat(post(shop.service(), List.of(event)).expect(202).number("accepted")).isEqualTo(1);
        assertThat(buyer.used("calls")).isEqualTo(6);
    }

    static Api.Answer post(Api api, List<?> events) {
        return api.post(ROUTE, Map.of("events", events));
    }

    static Map<String, Object> event(String id, int quantity) {
        return Map.of("specversion", "1.0", "id", id, "source", "/tests", "type", "used", "data",
                Map.of("meter", "calls", "quantity", quantity));
    }

    private static Map<String, Object> at(String id, Instant time) {
        return Map.of("specversion", "1.0", "id", id, "source", "/tests", "type", "used", "time", time.toString(),
                "data", Map.of("meter", "calls", "quantity", 1));
    }
}
