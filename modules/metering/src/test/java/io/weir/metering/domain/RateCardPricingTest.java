package io.weir.metering.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import io.weir.kernel.api.RefusedException;
import io.weir.metering.api.Meter;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.RateCard;
import io.weir.metering.api.RateCards.Quote;
import io.weir.metering.api.RateCards.Step;
import io.weir.platform.api.Json;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateCardPricingTest {
    private static final Meter CREDITS = new Meter(new MeterKey("credits"), "Credits", "credit", 4);
    private static final RateCard CARD = Json.read("""
            {"meter": "credits", "operations": {
              "image": {"base": 1.0, "modifiers": [
                {"attribute": "quality", "equals": "hd", "percent": 50},
                {"attribute": "quality", "equals": "4k", "percent": 100}]},
              "video": {"base": 5.0, "modifiers": [{"attribute": "durationSeconds", "above": 5, "percent": 100}]},
              "audio": {"base": 0.5, "perStarted": {"attribute": "durationSeconds", "size": 30}},
              "storage": {"base": 0.01, "per": {"attribute": "gbMonths", "size": 1}},
              "both": {"base": 3, "perStarted": {"attribute": "n", "size": 10}, "modifiers": [
                {"attribute": "quality", "equals": "hd", "percent": 50},
                {"attribute": "n", "above": 20, "percent": 25},
                {"attribute": "tier", "equals": "loyal", "percent": -10}]},
              "third": {"base": 1, "per": {"attribute": "n", "size": 3}}}}""", RateCard.class);

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            // operation | attributes | credits
            "image | {} | 1",
            "image | {'quality': 'standard'} | 1",
            "image | {'quality': 'hd'} | 1.5",
            "image | {'quality': 'HD'} | 1.5",
            "image | {'quality': '4k'} | 2",
            "image | {'quality': '4K'} | 2",
            "image | {'quality': '8k'} | 1",
            "image | {'quality': null} | 1",
            "image | {'other': 'hd'} | 1",
            "video | {} | 5",
            "video | {'durationSeconds': 1} | 5",
            "video | {'durationSeconds': 4.9999} | 5",
            "video | {'durationSeconds': 5} | 5",
            "video | {'durationSeconds': 5.0} | 5",
            "video | {'durationSeconds': 5.0001} | 10",
            "video | {'durationSeconds': 6} | 10",
            "video | {'durationSeconds': 3600} | 10",
            "video | {'durationSeconds': 6, 'quality': '4k'} | 10",
            "audio | {'durationSeconds': 0.001} | 0.5",
            "audio | {'durationSeconds': 1} | 0.5",
            "audio | {'durationSeconds': 29.9} | 0.5",
            "audio | {'durationSeconds': 30} | 0.5",
            "audio | {'durationSeconds': 30.0001} | 1",
            "audio | {'durationSeconds': 31} | 1",
            "audio | {'durationSeconds': 60} | 1",
            "audio | {'durationSeconds': 61} | 1.5",
            "audio | {'durationSeconds': 3600} | 60",
            "storage | {'gbMonths': 1} | 0.01",
            "storage | {'gbMonths': 0.5} | 0.005",
            "storage | {'gbMonths': 0.01} | 0.0001",
            "storage | {'gbMonths': 0.001} | 0.0001",
            "storage | {'gbMonths': 0.505} | 0.0051",
            "storage | {'gbMonths': 12.34} | 0.1234",
            "storage | {'gbMonths': 12.341} | 0.1235",
            "storage | {'gbMonths': 1000} | 10",
            "both | {'n': 10} | 3",
            "both | {'n': 10, 'quality': 'hd'} | 4.5",
            "both | {'n': 20, 'quality': 'hd'} | 9",
            "both | {'n': 21, 'quality': 'hd'} | 15.75",
            "both | {'n': 21, 'quality': 'hd', 'tier': 'loyal'} | 14.85",
            "both | {'n': 1, 'tier': 'loyal'} | 2.7",
            "third | {'n': 1} | 0.3334",
            "third | {'n': 2} | 0.6667",
            "third | {'n': 3} | 1"})
    void costs(String operation, String attributes, BigDecimal credits) {
        var quote = quote(operation, attributes);
        assertThat(BigDecimal.valueOf(quote.quantity(), 4)).isEqualByComparingTo(credits);
        assertThat(sum(quote.breakdown())).isEqualByComparingTo(credits);
    }

    @Test
    void the_breakdown_says_it_line_by_line() {
        assertThat(quote("image", "{'quality': 'hd'}").breakdown()).containsExactly(
                new Step("base", "1 for one operation", new BigDecimal("1")),
                new Step("modifier", "+50 % for quality hd", new BigDecimal("0.5")));
        assertThat(quote("video", "{'durationSeconds': 7}").breakdown()).containsExactly(
                new Step("base", "5 for one operation", new BigDecimal("5")),
                new Step("modifier", "+100 % for durationSeconds above 5", new BigDecimal("5")));
        assertThat(quote("audio", "{'durationSeconds': 75}").breakdown()).containsExactly(
                new Step("units", "0.5 × 3 started 30 of durationSeconds", new BigDecimal("1.5")));
        assertThat(quote("storage", "{'gbMonths': 0.505}").breakdown()).containsExactly(
                new Step("units", "0.01 × 0.505 / 1 of gbMonths", new BigDecimal("0.00505")),
                new Step("rounding", "rounded up to a multiple of 0.0001", new BigDecimal("0.00005")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{} | REQUIRED", "{'durationSeconds': null} | REQUIRED", "{'durationSeconds': '30'} | NOT_A_NUMBER",
            "{'durationSeconds': true} | NOT_A_NUMBER", "{'durationSeconds': [1]} | NOT_A_NUMBER",
            "{'durationSeconds': 0} | OUT_OF_RANGE", "{'durationSeconds': -1} | OUT_OF_RANGE",
            "{'durationSeconds': 1000000001} | OUT_OF_RANGE", "{'durationSeconds': 1e99999999} | OUT_OF_RANGE",
            "{'durationSeconds': 1e-99999999} | OUT_OF_RANGE"})
    void a_number_that_the_price_needs_must_be_one(String attributes, String reason) {
        assertThatThrownBy(() -> quote("audio", attributes)).isInstanceOfSatisfying(RefusedException.class,
                refused -> assertThat(refused.refusal().fields())
                        .isEqualTo(Map.of("attributes.durationSeconds", reason)));
    }

    @Test
    void what_is_compared_must_be_a_number_where_it_is_given() {
        assertThatThrownBy(() -> quote("video", "{'durationSeconds': 'long'}")).isInstanceOfSatisfying(
                RefusedException.class, refused -> assertThat(refused.refusal().fields())
                        .isEqualTo(Map.of("attributes.durationSeconds", "NOT_A_NUMBER")));
    }

    @Test
    void numbers_of_any_type_are_read_by_their_text() {
        for (Object half : List.of(0.5, 0.5f, new BigDecimal("0.50"))) {
            assertThat(price("storage", Map.of("gbMonths", half)).quantity()).isEqualTo(50);
        }
        assertThat(price("audio", Map.of("durationSeconds", 31L)).quantity()).isEqualTo(10_000);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void what_is_not_finite_is_no_number(double duration) {
        assertThatThrownBy(() -> price("audio", Map.of("durationSeconds", duration)))
                .isInstanceOf(RefusedException.class);
    }

    private static BigDecimal sum(List<Step> steps) {
        return steps.stream().map(Step::units).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Quote quote(String operation, String attributes) {
        try {
            return price(operation, Json.mapper().readValue(attributes.replace('\'', '"'),
                    new TypeReference<Map<String, Object>>() { }));
        } catch (IOException e) {
            throw new IllegalArgumentException(attributes, e);
        }
    }

    private static Quote price(String operation, Map<String, Object> attributes) {
        return RateCardPricing.quote(operation, CARD.operations().get(operation), CREDITS, attributes);
    }
}
