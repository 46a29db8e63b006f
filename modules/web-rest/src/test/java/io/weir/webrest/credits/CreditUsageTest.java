package io.weir.webrest.credits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.kernel.api.RefusedException;
import io.weir.metering.api.Ledger;
import io.weir.metering.api.Meter;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.RateCards;
import io.weir.metering.api.UsageReports.Day;
import io.weir.webrest.http.StrictJson;
import io.weir.webrest.usage.LastDays;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CreditUsageTest {
    private static final Meter CREDITS = new Meter(new MeterKey("credits"), "Credits", "credit", 4);
    private static final Instant NOW = Instant.parse("2026-11-03T12:00:00Z");

    @Test
    void everyDayIsListedOldestFirst() {
        var span = LastDays.of(3, NOW, ZoneOffset.UTC);
        var days = CreditUsageResource.filled(span, List.of(new Day(LocalDate.of(2026, 11, 3), 2, 0, 25_000),
                new Day(LocalDate.of(2026, 11, 1), 1, 0, 10_000)), CREDITS);
        assertThat(days).extracting(d -> d.date().getDayOfMonth()).containsExactly(1, 2, 3);
        assertThat(days).extracting(d -> d.credits().toPlainString()).containsExactly("1.0000", "0.0000", "2.5000");
    }

    @Test
    void aQuoteShowsItsSum() throws Exception {
        var quote = new RateCards.Quote("image", CREDITS, 15_000, List.of(
                new RateCards.Step("base", "1.0", BigDecimal.ONE),
                new RateCards.Step("modifier", "+50 % for quality hd", new BigDecimal("0.5"))));
        var json = StrictJson.mapper().valueToTree(CreditViews.QuoteView.of(quote));
        assertThat(json.get("credits").decimalValue()).isEqualByComparingTo("1.5");
        assertThat(json.get("breakdown").get(1).get("kind").textValue()).isEqualTo("modifier");
        assertThat(json.get("breakdown").get(1).get("credits").decimalValue()).isEqualByComparingTo("0.5");
    }

    @Test
    void transactionsAreSigned() {
        var entry = new Ledger.Entry(new UUID(0, 1), Ledger.Type.USAGE, -15_000, 85_000, NOW, Optional.empty());
        var view = CreditViews.TransactionView.of(entry, CREDITS);
        assertThat(view.type()).isEqualTo("usage");
        assertThat(view.amount()).isEqualByComparingTo("-1.5");
        assertThat(view.balanceAfter()).isEqualByComparingTo("8.5");
    }

    @Test
    void typesAreTheSeedsWords() {
        assertThat(LedgerFilter.type("expiry")).isEqualTo(Ledger.Type.EXPIRY);
        assertThatThrownBy(() -> LedgerFilter.type("EXPIRY")).isInstanceOf(RefusedException.class);
    }
}
