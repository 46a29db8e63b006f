package io.weir.webrest.extensions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.kernel.api.Money;
import io.weir.kernel.api.RefusedException;
import io.weir.platform.api.Json;
import io.weir.subscriptions.api.ExtensionPackage;
import java.time.Instant;
import java.util.Currency;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackageViewsTest {
    @ParameterizedTest
    @CsvSource({"49000, 1000, VND, '\"price\":49000', '\"pricePerCall\":49'",
            "199000, 5000, VND, '\"price\":199000', '\"pricePerCall\":39.8'",
        "349000, 10000, VND, '\"price\":349000', '\"pricePerCall\":34.9'",
        "4900, 3000, USD, '\"price\":49.00', '\"pricePerCall\":0.0163'",
        "1000000, 1, VND, '\"price\":1000000', '\"pricePerCall\":1000000'"})
    void moneyIsAPlainNumberInMajorUnits(long minor, long calls, String currency, String price, String pricePerCall) {
        var json = Json.write(PackageViews.Offer.of(extension(minor, calls, currency)));
        assertThat(json).contains(price + ",").contains("\"currency\":\"" + currency + "\"")
                .contains(pricePerCall + "}");
    }

    @Test
    void timesHaveMilliseconds() {
        assertThat(Json.write(PackageViews.Details.of(extension(1, 1, "VND"))))
                .contains("\"createdAt\":\"2026-11-01T00:00:00.000Z\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5", "abc", "01", "1.0", "12345678901234567", ""})
    void anOrderCodeThatCannotBeIsNotFound(String code) {
        assertThatThrownBy(() -> ExtensionPaymentsResource.orderCode(code))
                .isInstanceOfSatisfying(RefusedException.class,
                e -> assertThat(e.refusal().kind().status()).isEqualTo(404));
    }

    @Test
    void anOrderCodeIsANumber() {
        assertThat(ExtensionPaymentsResource.orderCode("1696753209123")).isEqualTo(1_696_753_209_123L);
    }

    private static ExtensionPackage extension(long minor, long calls, String currency) {
        var at = Instant.parse("2026-11-01T00:00:00Z");
        return new ExtensionPackage(new UUID(0, 1), "Gói", "x", calls, new Money(minor, Currency.getInstance(currency)),
                true, at, at);
    }
}
