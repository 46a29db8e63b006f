package io.weir.webrest.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.weir.kernel.api.RefusedException;
import io.weir.webrest.http.StrictJson;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestsTest {
    @Test
    void aChargeIsOfAMeterOrOfAnOperation() throws JsonProcessingException {
        var counted = charge("{'meter':' calls ','quantity':2}").wanted();
        assertThat(counted.meter()).contains("calls");
        assertThat(counted.quantity()).isEqualByComparingTo("2");
        var priced = charge("{'operation':'image','attributes':{'quality':'hd','n':1.5,'gone':null}}").wanted();
        assertThat(priced.operation()).contains("image");
        assertThat(priced.attributes()).isEqualTo(Map.of("quality", "hd", "n", new BigDecimal("1.5")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{}|meter|METER_OR_OPERATION", "{'quantity':1}|meter|METER_OR_OPERATION", "{'meter':'calls'}|quantity|REQUIRED",
        "{'meter':'calls','operation':'image'}|meter|METER_OR_OPERATION",
        "{'quantity':1,'operation':'image'}|quantity|METER_OR_OPERATION",
        "{'meter':'calls','quantity':1,'attributes':{'a':1}}|attributes|METER_OR_OPERATION",
        "{'operation':'image','attributes':{'a':[1]}}|attributes.a|WRONG_TYPE",
        "{'operation':'image','attributes':{'a':true}}|attributes.a|WRONG_TYPE",
        "{'operation':'image','attributes':{'a':1e999999999}}|attributes.a|OUT_OF_RANGE",
        "{'operation':'image','attributes':{'a':1e-999999999}}|attributes.a|OUT_OF_RANGE"})
    void anythingElseIsRefusedByName(String json, String field, String reason) throws JsonProcessingException {
        var body = charge(json);
        refuses(body::wanted, field, reason);
    }

    @Test
    void attributesAreFewAndShort() {
        var many = new HashMap<String, Object>();
        for (int i = 0; i < 51; i++) {
            many.put("a" + i, i);
        }
        refuses(() -> Attributes.checked(many), "attributes", "TOO_MANY");
        refuses(() -> Attributes.checked(Map.of("a", "x".repeat(256))), "attributes.a", "TOO_LONG");
        assertThat(Attributes.checked(null)).isEmpty();
    }

    @Test
    void factsOfACallHaveDefaultsAndBounds() throws JsonProcessingException {
        var facts = charge("{'meter':'calls','quantity':1}").facts(Optional.of("image"), Optional.empty());
        assertThat(facts.status()).isEqualTo(200);
        assertThat(facts.endpoint()).isEqualTo("/api/metering/charges");
        assertThat(facts.latencyMs()).isEmpty();
        assertThat(facts.operation()).contains("image");
        assertThat(facts.tokens()).isZero();
        refuses(() -> told(null, -1, null), "latencyMs", "OUT_OF_RANGE");
        refuses(() -> told(99, null, null), "status", "OUT_OF_RANGE");
        refuses(() -> told(600, null, null), "status", "OUT_OF_RANGE");
        refuses(() -> told(null, null, -1L), "tokens", "OUT_OF_RANGE");
    }

    @ParameterizedTest
    @CsvSource({", 300", "1, 1", "86400, 86400"})
    void aReservationLastsFiveMinutesUnlessSaidOtherwise(Integer seconds, long lasts) {
        assertThat(reservation(seconds).time()).isEqualTo(Duration.ofSeconds(lasts));
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "86401"})
    void butNotForeverAndNotNever(int seconds) {
        refuses(() -> reservation(seconds).time(), "ttlSeconds", "OUT_OF_RANGE");
    }

    @Test
    void aSettlementSaysAQuantityOrAttributesOrNothing() throws JsonProcessingException {
        assertThat(SettleRequest.AS_HELD.repriced()).isEmpty();
        assertThat(settle("{'quantity':0}").repriced()).isEmpty();
        assertThat(settle("{'attributes':{}}").repriced()).contains(Map.of());
        var both = settle("{'quantity':1,'attributes':{'a':1}}");
        refuses(both::repriced, "attributes", "QUANTITY_OR_ATTRIBUTES");
        assertThat(settle("{'model':'m','tokens':7,'latency_ms':5}").facts(Optional.empty()).tokens()).isEqualTo(7);
    }

    static void refuses(ThrowingCallable what, String field, String reason) {
        assertThatThrownBy(what).isInstanceOfSatisfying(RefusedException.class,
                e -> assertThat(e.refusal().fields()).isEqualTo(Map.of(field, reason)));
    }

    private static Object told(Integer status, Integer latency, Long tokens) {
        return new Told(null, null, status, latency, tokens).facts("/x", Optional.empty(), Optional.empty());
    }

    private static ReservationRequest reservation(Integer seconds) {
        return new ReservationRequest("calls", BigDecimal.ONE, null, null, null, seconds, null);
    }

    private static ChargeRequest charge(String json) throws JsonProcessingException {
        return StrictJson.mapper().readValue(json.replace('\'', '"'), ChargeRequest.class);
    }

    private static SettleRequest settle(String json) throws JsonProcessingException {
        return StrictJson.mapper().readValue(json.replace('\'', '"'), SettleRequest.class);
    }
}
