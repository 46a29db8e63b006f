package io.weir.webrest.metering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.kernel.api.RefusedException;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventDocumentTest {
    private static final MediaType PLAIN = MediaType.APPLICATION_JSON_TYPE;
    private static final MediaType ONE = new MediaType("application", "cloudevents+json", "utf-8");
    private static final MediaType BATCH = new MediaType("application", "cloudevents-batch+json");

    @Test
    void readsEveryModeThatHttpHas() {
        assertThat(read(ONE, "{'specversion':'1.0','id':'a'}")).hasSize(1);
        assertThat(read(BATCH, "[{'id':'a'},{'id':'b'},7]")).hasSize(3);
        assertThat(read(BATCH, "[]")).isEmpty();
        assertThat(read(PLAIN, "{'events':[{'id':'a'},{'id':'b'}]}")).hasSize(2);
        assertThat(read(PLAIN, "{'specversion':'1.0','id':'a'}")).hasSize(1);
        assertThat(read(PLAIN, "[{'id':'a'}]")).hasSize(1);
    }

    @Test
    void readsBinaryMode() {
        var attributes = BinaryMode.attributes(Map.of("Ce-SpecVersion", List.of("1.0"), "ce-id", List.of("a%20b"),
                "CE-Source", List.of("\"/x\""), "Content-Type", List.of("application/json")));
        var event = EventDocument.events(PLAIN, attributes, bytes("{'meter':'calls'}")).get(0);
        assertThat(event.get("id").textValue()).isEqualTo("a b");
        assertThat(event.get("source").textValue()).isEqualTo("/x");
        assertThat(event.get("data").get("meter").textValue()).isEqualTo("calls");
        assertThat(EventDocument.events(PLAIN, attributes, new byte[0]).get(0).has("data")).isFalse();
        assertThat(BinaryMode.attributes(Map.of("ce-id", List.of("a")))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"a, a", "%E1%BB%87, ệ", "100%, 100%", "%zz, %zz", "%4, %4", "\"q\\\"uo\", q\"uo"})
    void decodesHeaderValues(String value, String text) {
        assertThat(BinaryMode.decoded(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "ONE|[]", "ONE|7", "ONE|`", "ONE|{'a':1,'a':2}", "ONE|{} {}",
        "BATCH|{}", "PLAIN|7", "PLAIN|{'a'", "PLAIN|{}", "PLAIN|{'events':{}}"})
    void refusesWhatIsNoSuchDocument(String type, String json) {
        var media = type.equals("ONE") ? ONE : type.equals("BATCH") ? BATCH : PLAIN;
        assertThatThrownBy(() -> read(media, json == null || json.equals("`") ? "" : json))
                .isInstanceOfSatisfying(RefusedException.class,
                        e -> assertThat(e.refusal().kind().status()).isEqualTo(400));
    }

    @Test
    void takesAThousandAndNoMore() {
        assertThat(read(BATCH, "[" + "{},".repeat(999) + "{}]")).hasSize(1000);
        assertThatThrownBy(() -> read(BATCH, "[" + "{},".repeat(1000) + "{}]"))
                .isInstanceOfSatisfying(RefusedException.class,
                        e -> assertThat(e.refusal().kind().status()).isEqualTo(413));
    }

    private static List<JsonNode> read(MediaType type, String json) {
        return EventDocument.events(type, Map.of(), bytes(json));
    }

    private static byte[] bytes(String json) {
        return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
