package io.weir.subscriptions.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.weir.kernel.api.RefusedException;
import io.weir.subscriptions.api.PackageDrafts.CreditDraft;
import io.weir.subscriptions.api.PackageDrafts.ExtensionDraft;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OtherContentTest {
    private static final Currency VND = Currency.getInstance("VND");

    @Test
    void anExtensionTellsAllFaultsAtOnce() {
        var draft = new ExtensionDraft(null, null, 0L, new BigDecimal("-1"), "XXQ", null);
        var refused = catchThrowableOfType(RefusedException.class, () -> ExtensionContent.blank(VND).with(draft));
        assertThat(refused.refusal().fields()).isEqualTo(Map.of("name", "REQUIRED", "additionalCalls", "OUT_OF_RANGE",
                "price", "NEGATIVE", "currency", "BAD_CURRENCY"));
    }

    @Test
    void anExtensionsChangeLeavesAloneWhatItDoesNotSay() {
        var before = ExtensionContent.blank(VND)
                .with(new ExtensionDraft("Thêm 1K", "nhỏ", 1_000L, new BigDecimal("49000"), null, null));
        var after = before.with(new ExtensionDraft(null, null, null, new BigDecimal("39000"), null, false));
        assertThat(after.name()).isEqualTo("Thêm 1K");
        assertThat(after.additionalCalls()).isEqualTo(1_000);
        assertThat(after.money().minor()).isEqualTo(39_000);
        assertThat(after.active()).isFalse();
    }

    @Test
    void creditsWithoutABonusHaveNone() {
        var credits = CreditContent.blank(VND).with(
                new CreditDraft("Starter", "credits", 500_000L, null, new BigDecimal("5"), "USD", null));
        assertThat(credits.bonus()).isZero();
        assertThat(credits.money().minor()).isEqualTo(500);
    }

    @Test
    void creditsTellAllFaultsAtOnce() {
        var draft = new CreditDraft("", "Not A Meter", 0L, -1L, null, null, null);
        var refused = catchThrowableOfType(RefusedException.class, () -> CreditContent.blank(VND).with(draft));
        assertThat(refused.refusal().fields()).containsOnlyKeys("name", "meter", "credits", "bonus", "price");
    }

    @Test
    void theMeterOfCreditsStays() {
        var before = CreditContent.blank(VND)
                .with(new CreditDraft("Starter", "credits", 500_000L, 7L, new BigDecimal("5"), "USD", null));
        var refused = catchThrowableOfType(RefusedException.class,
                () -> before.with(new CreditDraft(null, "calls", null, null, null, null, null)));
        assertThat(refused.refusal().fields()).isEqualTo(Map.of("meter", "NOT_CHANGEABLE"));
        assertThat(before.with(new CreditDraft(null, "credits", null, null, null, null, false)).bonus()).isEqualTo(7);
    }
}
