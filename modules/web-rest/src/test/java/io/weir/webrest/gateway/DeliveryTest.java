package io.weir.webrest.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.identity.api.Caller;
import io.weir.identity.api.Role;
import io.weir.kernel.api.RefusedException;
import io.weir.metering.api.Meter;
import io.weir.metering.api.MeterKey;
import io.weir.webrest.gateway.PriceList.Price;
import io.weir.webrest.http.Exchanges;
import io.weir.webrest.outbound.FakeAdmission;
import io.weir.webrest.outbound.HeaderLine;
import io.weir.webrest.outbound.Reckoning;
import io.weir.webrest.outbound.StreamedBody;
import io.weir.webrest.outbound.UpstreamAnswer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeliveryTest {
    private final FakeAdmission admission = new FakeAdmission();

    @ParameterizedTest
    @CsvSource({"200, settled 10", "302, settled 10", "404, settled 10", "499, settled 10", "500, released",
        "503, released"})
    void answersBelow500AreCharged(int status, String end) throws IOException {
        var answer = deliver(call("GET", null), status, "text/plain", "body");
        assertThat(written(answer)).isEqualTo("body");
        assertThat(answer.status()).isEqualTo(status);
        assertThat(admission.ends).containsExactly(end);
        assertThat(charged(answer)).contains(end.equals("released") ? "calls=0" : "calls=10");
    }

    @ParameterizedTest
    @CsvSource({"'{\"u\":3.2}', 4", "'{\"u\":0}', 0", "'{}', 10", "'[', 10"})
    void aFieldOfTheAnswerIsSettledBeforeTheAnswerLeaves(String json, long units) {
        var answer = deliver(call("POST", "/u"), 200, "application/json", json);
        assertThat(admission.ends).containsExactly("settled " + units);
        assertThat(charged(answer)).contains("calls=" + units);
        assertThat((byte[]) answer.body().orElseThrow()).asString(StandardCharsets.UTF_8).isEqualTo(json);
    }

    @Test
    void inAStreamOfEventsTheLastWordCounts() throws IOException {
        var body = "data: {\"u\":1}\n\ndata: {\"x\":0}\n\ndata: {\"u\":7}\n\n";
        var answer = deliver(call("POST", "/u"), 200, "text/event-stream; charset=utf-8", body);
        assertThat(admission.ends).isEmpty();
        assertThat(written(answer)).isEqualTo(body);
        assertThat(admission.ends).containsExactly("settled 7");
        assertThat(charged(answer)).isEmpty();
    }

    @Test
    void anAnswerThatIsTooLongToReadIsChargedAndRefused() {
        assertThatThrownBy(() -> deliver(call("GET", "/u"), 200, "application/json", "x".repeat(2000)))
                .isInstanceOfSatisfying(RefusedException.class,
                        e -> assertThat(e.refusal().code()).isEqualTo("UPSTREAM_ANSWER_TOO_LONG"));
        assertThat(admission.ends).containsExactly("settled 10");
    }

    @Test
    void whatIsReadIntoMemoryIsBoundedWhateverTheRouteLetsPass() {
        var most = (17 << 20) + 1;
        assertThatThrownBy(() -> deliver(call("GET", "/u", most + 1), 200, "application/json", "x".repeat(most)))
                .isInstanceOfSatisfying(RefusedException.class,
                        e -> assertThat(e.refusal().code()).isEqualTo("UPSTREAM_ANSWER_TOO_LONG"));
    }

    @ParameterizedTest
    @CsvSource({"HEAD, 200", "GET, 204", "GET, 304"})
    void anAnswerWithoutABodyIsSettledAtOnce(String method, int status) {
        assertThat(deliver(call(method, "/u"), status, "text/plain", "").body()).isEmpty();
        assertThat(admission.ends).containsExactly("settled 10");
    }

    @Test
    void aFailureWithoutABodyCostsNothing() {
        assertThat(charged(deliver(call("HEAD", null), 500, "text/plain", ""))).contains("calls=0");
        assertThat(admission.ends).containsExactly("released");
    }

    private GatewayAnswer deliver(GatewayCall call, int status, String type, String body) {
        var upstream = new UpstreamAnswer(status, List.of(new HeaderLine("Content-Type", type)),
                new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), () -> { });
        long now = System.nanoTime();
        var held = new Delivery.Held(new Reckoning(admission, FakeAdmission.HELD), 10);
        return new Delivery(call, upstream, held, Exchanges.any(),
                new Delivery.Clock(now, now + 60_000_000_000L)).deliver();
    }

    private static GatewayCall call(String method, String field) {
        return call(method, field, 1000);
    }

    private static GatewayCall call(String method, String field, long mostAnswerBytes) {
        var credential = new Caller.Credential(Caller.Credential.Kind.API_KEY, new UUID(0, 2), Optional.empty());
        var caller = new Caller(FakeAdmission.HELD.tenant(), Optional.empty(),
                Optional.of(FakeAdmission.HELD.account()), Role.CUSTOMER, credential, 0);
        var request = new GatewayCall.Request("r-1", method, GatewayPath.of("/x"), null, List.of(), Optional.empty());
        return new GatewayCall(caller, HeaderRulesTest.open(Map.of(), List.of(), Map.of(), mostAnswerBytes), request,
                new Price(BigDecimal.TEN, Optional.ofNullable(field), Optional.empty()),
                new Meter(MeterKey.CALLS, "Calls", "call", 0));
    }

    private static String written(GatewayAnswer answer) throws IOException {
        var out = new ByteArrayOutputStream();
        ((StreamedBody) answer.body().orElseThrow()).write(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Optional<String> charged(GatewayAnswer answer) {
        return answer.headers().stream().filter(h -> h.is("X-Weir-Charged")).map(HeaderLine::value).findFirst();
    }
}
