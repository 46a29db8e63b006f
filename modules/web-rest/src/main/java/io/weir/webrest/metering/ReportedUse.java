package io.weir.webrest.metering;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.RefusedException;
import io.weir.metering.api.CallFacts;
import io.weir.webrest.http.StrictJson;
import io.weir.webrest.http.Texts;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;

/** The data of a usage event: what was used, and by which call. Quantity is 1 unless said otherwise. */
record ReportedUse(String meter, BigDecimal quantity, String operation, Map<String, Object> attributes, String model,
                   String endpoint, Integer status, @JsonAlias("latency_ms") Integer latencyMs, Long tokens,
                   String account) {
    private static final ReportedUse NOTHING_SAID =
            new ReportedUse(null, null, null, null, null, null, null, null, null, null);
    private static final String OUR_OWN = "/api/metering/events";

    /** Refused by the name of the member that is wrong: {@code data.quantity}. */
    static ReportedUse of(JsonNode data) {
        if (data.isNull()) {
            return NOTHING_SAID;
        }
        try {
            return StrictJson.mapper().treeToValue(data, ReportedUse.class);
        } catch (JsonMappingException wrong) {
            var member = wrong.getPath().isEmpty() ? null : wrong.getPath().get(0).getFieldName();
            throw Refusal.invalidField(member == null ? "data" : "data." + member, "WRONG_TYPE").asException();
        } catch (JsonProcessingException unreadable) {
            throw Refusal.invalidField("data", "WRONG_TYPE").asException();
        }
    }

    boolean namesNoUnits() {
        return Texts.given(meter).isEmpty() && Texts.given(operation).isEmpty();
    }

    /** @param otherwise the meter when the data name none, and no operation */
    Wanted wanted(String otherwise) {
        var named = namesNoUnits() ? otherwise : meter;
        var counted = quantity == null && Texts.given(operation).isEmpty() ? BigDecimal.ONE : quantity;
        return inData(() -> Wanted.of(named, counted, operation, attributes));
    }

    CallFacts facts(Optional<String> pricedOperation, Optional<UUID> apiKey) {
        return inData(() -> new Told(model, endpoint, status, latencyMs, tokens)
                .facts(OUR_OWN, pricedOperation, apiKey));
    }

    /** The same refusals as in other bodies, with the fields' names as they stand in an event. */
    static <T> T inData(Supplier<T> work) {
        try {
            return work.get();
        } catch (RefusedException refused) {
            throw new RefusedException(inData(refused.refusal()));
        }
    }

    private static Refusal inData(Refusal refusal) {
        var fields = new TreeMap<String, String>();
        refusal.fields().forEach((field, reason) -> fields.put("data." + field, reason));
        return new Refusal(refusal.kind(), refusal.code(), refusal.arguments(), refusal.members(), fields);
    }
}
