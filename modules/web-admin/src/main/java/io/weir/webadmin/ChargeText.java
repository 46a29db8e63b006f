package io.weir.webadmin;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import io.weir.platform.api.Json;
import io.weir.subscriptions.api.ChargeDraft;
import io.weir.subscriptions.api.ChargeDraft.TierDraft;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A plan's prices for usage as the JSON list that an administrator edits: quantities in whole units of the meter. */
final class ChargeText {
    private ChargeText() {
    }

    /** As the catalogue file has it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(String meter, String model, BigDecimal included, BigDecimal unitPrice, List<Step> tiers,
                BigDecimal size, BigDecimal price) {
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Step(BigDecimal upTo, BigDecimal unitPrice, BigDecimal flat) {
    }

    /** @param decimals of each meter; one that is not in it counts whole units */
    static String write(List<ChargeDraft> charges, Map<String, Integer> decimals) {
        var lines = charges.stream().map(charge -> line(charge, decimals.getOrDefault(charge.meter(), 0))).toList();
        try {
            return lines.isEmpty() ? "" : Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(lines);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Line line(ChargeDraft charge, int decimals) {
        List<Step> steps = charge.tiers() == null ? null : charge.tiers().stream()
                .map(tier -> new Step(units(tier.upTo(), decimals), tier.unitPrice(), tier.flat())).toList();
        return new Line(charge.meter(), charge.model(), units(charge.included(), decimals), charge.unitPrice(), steps,
                units(charge.size(), decimals), charge.price());
    }

    /** Nothing written means that usage costs nothing. Empty when it cannot be read, or is finer than its meter. */
    static Optional<List<ChargeDraft>> read(String text, Map<String, Integer> decimals) {
        if (text == null || text.isBlank()) {
            return Optional.of(List.of());
        }
        try {
            Line[] lines = Json.mapper().readerFor(Line[].class)
                    .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .with(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).readValue(text);
            return Optional.of(Arrays.stream(lines)
                    .map(line -> draft(line, decimals.getOrDefault(String.valueOf(line.meter()), 0))).toList());
        } catch (JsonProcessingException | ArithmeticException unclear) {
            return Optional.empty();
        }
    }

    private static ChargeDraft draft(Line line, int decimals) {
        List<TierDraft> tiers = line.tiers() == null ? null : line.tiers().stream()
                .map(step -> new TierDraft(smallest(step.upTo(), decimals), step.unitPrice(), step.flat())).toList();
        return new ChargeDraft(line.meter(), line.model(), smallest(line.included(), decimals), line.unitPrice(), tiers,
                smallest(line.size(), decimals), line.price());
    }

    private static BigDecimal units(Long smallest, int decimals) {
        if (smallest == null) {
            return null;
        }
        var units = BigDecimal.valueOf(smallest, decimals).stripTrailingZeros();
        return units.scale() < 0 ? units.setScale(0) : units;
    }

    private static Long smallest(BigDecimal units, int decimals) {
        return units == null ? null : (Long) units.movePointRight(decimals).setScale(0, RoundingMode.UNNECESSARY)
                .longValueExact();
    }
}
