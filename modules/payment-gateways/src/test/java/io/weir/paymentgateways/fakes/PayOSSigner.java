package io.weir.paymentgateways.fakes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** PayOS's signatures as its side makes them, written apart from the code that verifies them. */
public final class PayOSSigner {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String checksumKey;

    public PayOSSigner(String checksumKey) {
        this.checksumKey = checksumKey;
    }

    /** What PayOS posts: {@code {code, desc, success, data, signature}}. */
    public ObjectNode message(ObjectNode data) {
        return signed(JSON.createObjectNode().put("code", "00").put("desc", "success").put("success", true), data);
    }

    /** What PayOS answers: {@code {code, desc, data, signature}}. */
    public ObjectNode answer(ObjectNode data) {
        return signed(JSON.createObjectNode().put("code", "00").put("desc", "success"), data);
    }

    private ObjectNode signed(ObjectNode envelope, ObjectNode data) {
        envelope.set("data", data);
        return envelope.put("signature", sign(data));
    }

    public String sign(ObjectNode data) {
        var pairs = new TreeMap<String, String>();
        data.properties().forEach(pair -> pairs.put(pair.getKey(), plain(pair.getValue())));
        return hmac(pairs.entrySet().stream().map(pair -> pair.getKey() + "=" + pair.getValue())
                .collect(Collectors.joining("&")));
    }

    public String hmac(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(checksumKey.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String plain(JsonNode value) {
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false).map(PayOSSigner::sorted)
                    .collect(Collectors.joining(",", "[", "]"));
        }
        return value.isNull() ? "" : value.asText();
    }

    private static String sorted(JsonNode element) {
        var names = new TreeMap<String, JsonNode>();
        element.properties().forEach(pair -> names.put(pair.getKey(), pair.getValue()));
        return JSON.valueToTree(names).toString();
    }
}
