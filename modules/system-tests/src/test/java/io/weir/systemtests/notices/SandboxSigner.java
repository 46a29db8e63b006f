package io.weir.systemtests.notices;

import io.weir.systemtests.harness.Api;
import io.weir.systemtests.harness.RunningWeir;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Sends what the sandbox gateway would, signed by the secret that its tenant has told it. */
final class SandboxSigner {
    static final String SECRET = "whsec_for_the_tests_only";
    private final RunningWeir weir;
    private final String tenant;

    /** The tenant is told the secret by its administrator. */
    SandboxSigner(RunningWeir weir, String tenant) {
        this.weir = weir;
        this.tenant = tenant;
        weir.api(tenant).administrator().put("/api/admin/gateways/sandbox",
                Map.of("settings", Map.of("SANDBOX_WEBHOOK_SECRET", SECRET))).expect(200);
    }

    /** An event about an order; {@code more} adds to it or replaces members. */
    static Map<String, Object> event(String type, long orderCode, Map<String, ?> more) {
        var event = new HashMap<String, Object>(Map.of("id", "sbx_" + Api.word(), "type", type, "sandbox", true,
                "orderCode", orderCode, "amount", 1000, "currency", "USD", "message", "by the test"));
        event.putAll(more);
        return event;
    }

    Api.Answer send(Map<String, ?> event) {
        return send(event, SECRET);
    }

    Api.Answer send(Map<String, ?> event, String key) {
        var body = json(event);
        return weir.api(tenant).with("weir-sandbox-signature", signature(key, body))
                .post("/api/webhooks/sandbox/" + tenant, body);
    }

    private static String json(Map<String, ?> event) {
        try {
            return Api.JSON.writeValueAsString(event);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signature(String key, String body) {
        long at = Instant.now().getEpochSecond();
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return "t=" + at + ",v1=" + HexFormat.of().formatHex(
                    mac.doFinal((at + "." + body).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
