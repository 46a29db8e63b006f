package io.weir.webrest.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weir.kernel.api.RefusedException;
import io.weir.webrest.http.StrictJson;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CloudEventTest {
    private static final String GOOD = "{'specversion':'1.0','id':'1','source':'/s','type':'tokens','extra':7}";

    @Test
    void readsWhatItNeeds() throws JsonProcessingException {
        var event = CloudEvent.of(with("'time':'2026-11-01T10:00:00.1234+07:00','subject':'acme',"
                + "'datacontenttype':'application/vnd.x+json; charset=utf-8','data':{'quantity':2}"));
        assertThat(event.at()).contains(Instant.parse("2026-11-01T03:00:00.123Z"));
        assertThat(event.subject()).contains("acme");
        assertThat(ReportedUse.of(event.data()).quantity()).isEqualByComparingTo("2");
        assertThat(CloudEvent.of(json(GOOD)).at()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "'specversion':'0.3'|specversion|NOT_AN_OPTION", "'specversion':1.0|specversion|WRONG_TYPE",
        "'id':''|id|REQUIRED", "'id':null|id|REQUIRED", "'source':7|source|WRONG_TYPE", "'type':''|type|REQUIRED",
        "'id':'a\\u0000b'|id|BAD_CHARACTERS", "'data':[1]|data|DATA_NOT_JSON", "'data':'x'|data|DATA_NOT_JSON",
        "'data_base64':'eA=='|data_base64|DATA_NOT_JSON",
        "'datacontenttype':'text/plain'|datacontenttype|DATA_NOT_JSON"})
    void refusesByAttribute(String member, String attribute, String reason) throws JsonProcessingException {
        var event = with(member);
        RequestsTest.refuses(() -> CloudEvent.of(event), attribute, reason);
    }

    @Test
    void refusesLongNamesAndWhatIsNoObject() throws JsonProcessingException {
        var event = with("'source':'" + "x".repeat(256) + "'");
        RequestsTest.refuses(() -> CloudEvent.of(event), "source", "TOO_LONG");
        var number = json("7");
        assertThatThrownBy(() -> CloudEvent.of(number)).isInstanceOfSatisfying(RefusedException.class,
                e -> assertThat(e.refusal().code()).isEqualTo("EVENT_MALFORMED"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-01", "2026-11-01T10:00Z", "2026-11-01T10:00:00", "2026-02-30T10:00:00Z", "x"})
    void timesAreOfRfc3339(String time) throws JsonProcessingException {
        var event = CloudEvent.of(with("'time':'" + time + "'"));
        RequestsTest.refuses(event::at, "time", "WRONG_TYPE");
    }

    @Test
    void smallLettersAndUnknownOffsetsAreTimesToo() throws JsonProcessingException {
        assertThat(CloudEvent.of(with("'time':'2026-11-01t10:00:00z'")).at()).isPresent();
        assertThat(CloudEvent.of(with("'time':'2026-11-01T10:00:00-00:00'")).at()).isPresent();
    }

    @Test
    void theSameSaidDifferentlyIsTheSame() throws JsonProcessingException {
        var one = with("'data':{'quantity':100,'attributes':{'a':1.50,'b':'x'}}");
        var other = with("'data':{'attributes':{'b':'x','a':15e-1},'quantity':1e2}");
        assertThat(Fingerprint.of(CloudEvent.of(one))).isEqualTo(Fingerprint.of(CloudEvent.of(other))).hasSize(32);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'id':'2'", "'source':'/t'", "'type':'calls'", "'subject':'a'",
        "'time':'2026-11-01T10:00:00Z'", "'data':{}", "'data':{'quantity':1}", "'data':{'quantity':'1'}"})
    void somethingElseIsNot(String member) throws JsonProcessingException {
        assertThat(Fingerprint.of(CloudEvent.of(with(member))))
                .isNotEqualTo(Fingerprint.of(CloudEvent.of(json(GOOD))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{'b':[1,null,true],'a':{'d':'x','c':0.00}}|{'a':{'c':0,'d':'x',},'b':[1,null,true,],}",
        "1e400|1E+400", "-0.10|-0.1", "'a\\u0022b'|'a\\\"b'"})
    void canonicalFormIsSortedAndItsNumbersShort(String given, String canonical) throws JsonProcessingException {
        assertThat(Fingerprint.canonical(json(given)).replace('"', '\''))
                .isEqualTo(canonical.replace('"', '\''));
    }

    @Test
    void dataOfTheWrongTypeAreNamed() throws JsonProcessingException {
        var data = json("{'quantity':'many'}");
        RequestsTest.refuses(() -> ReportedUse.of(data), "data.quantity", "WRONG_TYPE");
        var late = json("{'meter':'calls','latencyMs':-1}");
        RequestsTest.refuses(() -> ReportedUse.of(late).facts(Optional.empty(), Optional.empty()),
                "data.latencyMs", "OUT_OF_RANGE");
        var both = json("{'meter':'calls','operation':'image'}");
        RequestsTest.refuses(() -> ReportedUse.of(both).wanted("t"), "data.meter", "METER_OR_OPERATION");
    }

    @Test
    void withoutAQuantityItIsOneAndTheTypeMayNameTheMeter() throws JsonProcessingException {
        var wanted = ReportedUse.of(CloudEvent.of(json(GOOD)).data()).wanted("tokens");
        assertThat(wanted.meter()).contains("tokens");
        assertThat(wanted.quantity()).isEqualByComparingTo("1");
    }

    private static JsonNode with(String members) throws JsonProcessingException {
        var event = (ObjectNode) json(GOOD);
        event.setAll((ObjectNode) json("{" + members + "}"));
        return event;
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return StrictJson.mapper().readTree(text.replace('\'', '"'));
    }
}
