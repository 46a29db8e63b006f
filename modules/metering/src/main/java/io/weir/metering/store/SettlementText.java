package io.weir.metering.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.Settlement;
import io.weir.platform.api.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a settlement answered, as its reservation keeps it: JSON, ASCII, one object for each meter with {@code meter},
 * {@code usage} (an id or null), {@code asked}, {@code charged}, {@code overage} and {@code remaining}.
 */
final class SettlementText {
    private SettlementText() {
    }

    static String write(Settlement settlement) {
        var array = Json.mapper().createArrayNode();
        for (var line : settlement.lines()) {
            array.addObject().put("meter", line.meter().value())
                    .put("usage", line.usage().map(UUID::toString).orElse(null)).put("asked", line.asked())
                    .put("charged", line.charged()).put("overage", line.overage()).put("remaining", line.remaining());
        }
        return array.toString();
    }

    static Settlement read(UUID reservation, String text) {
        try {
            List<Settlement.Line> lines = new ArrayList<>();
            Json.mapper().readTree(text).forEach(node -> lines.add(line(node)));
            return new Settlement(reservation, lines);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("settlement of reservation " + reservation, broken);
        }
    }

    private static Settlement.Line line(JsonNode node) {
        var usage = Optional.ofNullable(node.get("usage").textValue()).map(UUID::fromString);
        return new Settlement.Line(new MeterKey(node.get("meter").textValue()), usage, node.get("asked").longValue(),
                node.get("charged").longValue(), node.get("overage").longValue(), node.get("remaining").longValue());
    }
}
