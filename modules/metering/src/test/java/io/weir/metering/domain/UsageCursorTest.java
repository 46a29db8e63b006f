package io.weir.metering.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.kernel.api.RefusedException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageCursorTest {
    private static final UsageCursor PLACE = new UsageCursor(Instant.parse("2026-11-21T12:00:00.123Z"),
            UUID.fromString("0190b6a2-7c1e-7d3f-8a4b-1c2d3e4f5a6b"));

    @Test
    void comes_back_as_it_went() {
        assertThat(PLACE.text()).matches("[A-Za-z0-9_-]{32}");
        assertThat(UsageCursor.parse(PLACE.text())).isEqualTo(PLACE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "====", "not a cursor", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA+",
        "' OR 1=1 -- aaaaaaaaaaaaaaaaaaaa"})
    void what_is_no_cursor_is_refused(String text) {
        refused(text);
    }

    @Test
    void one_that_was_cut_or_lengthened_is_refused() {
        refused(PLACE.text().substring(1));
        refused(PLACE.text() + "A");
    }

    @Test
    void times_that_no_column_can_hold_are_refused() {
        refused(withTime((byte) 0x7f));
        refused(withTime((byte) 0xff));
    }

    private static String withTime(byte first) {
        var bytes = Base64.getUrlDecoder().decode(PLACE.text());
        bytes[0] = first;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static void refused(String text) {
        assertThatThrownBy(() -> UsageCursor.parse(text)).isInstanceOfSatisfying(RefusedException.class,
                refused -> assertThat(refused.refusal().code()).isEqualTo("BAD_CURSOR"));
    }
}
