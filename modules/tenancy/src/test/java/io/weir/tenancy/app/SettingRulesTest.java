package io.weir.tenancy.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.kernel.api.RefusedException;
import io.weir.kernel.api.TenantId;
import io.weir.tenancy.api.Tenant;
import io.weir.tenancy.api.TenantDefinition;
import io.weir.tenancy.api.WholeNumber;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingRulesTest {
    private static final WholeNumber DAYS = new WholeNumber("grace.days", 0, 366, 3);
    private static final WholeNumber KEPT = new WholeNumber("kept.days", 30, 3650, 400);
    private static final Currency DONG = Currency.getInstance("VND");
    private final SettingRules rules = new SettingRules(List.of(DAYS, KEPT));

    @Test
    void everything_that_is_wrong_is_said_at_once() {
        assertThatThrownBy(() -> rules.check(define(Map.of("grace.days", "three", "kept.days", "1", "other", "x"))))
                .isInstanceOfSatisfying(RefusedException.class, refused -> {
                    assertThat(refused.refusal().code()).isEqualTo("VALIDATION_FAILED");
                    assertThat(refused.refusal().fields()).isEqualTo(Map.of("settings.grace.days",
                            "NOT_A_WHOLE_NUMBER", "settings.kept.days", "OUT_OF_RANGE"));
                });
        assertThatCode(() -> rules.check(define(Map.of("grace.days", " 0 ", "kept.days", ""))))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"7, 7", "' 0 ', 0", "three, 3", "-1, 3", "367, 3", "1.5, 3", "'', 3", "99999999999999999999, 3"})
    void what_cannot_be_read_counts_as_if_there_were_none(String text, long days) {
        assertThat(DAYS.of(new Tenant(new TenantId(new UUID(0, 1)), "iqx", "IQX", DONG, Locale.ENGLISH,
                ZoneOffset.UTC, true, Map.of("grace.days", text)))).isEqualTo(days);
    }

    private static TenantDefinition define(Map<String, String> settings) {
        return new TenantDefinition("iqx", "IQX", DONG, Locale.ENGLISH, ZoneOffset.UTC, true, settings);
    }
}
