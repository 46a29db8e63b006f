package io.weir.payments.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DrawnNumbersTest {
    private final OrderCodes codes = new OrderCodes(new Random(7));
    private final References references = new References(new Random(7));

    @Test
    void an_order_code_is_its_millisecond_and_three_digits() {
        var now = Instant.parse("2026-02-03T04:05:06.789Z");
        for (int i = 0; i < 100; i++) {
            assertThat(codes.draw(now) / 1000).isEqualTo(now.toEpochMilli());
        }
    }

    @Test
    void order_codes_fit_a_javascript_number_for_two_centuries_and_are_refused_after_that() {
        assertThat(codes.draw(Instant.parse("2226-01-01T00:00:00Z"))).isLessThanOrEqualTo((1L << 53) - 1);
        assertThatThrownBy(() -> codes.draw(Instant.parse("2300-01-01T00:00:00Z")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void order_codes_of_one_millisecond_differ_mostly() {
        var seen = new HashSet<Long>();
        for (int i = 0; i < 20; i++) {
            seen.add(codes.draw(Instant.EPOCH.plusMillis(1)));
        }
        assertThat(seen).hasSizeGreaterThan(15);
    }

    @Test
    void a_reference_has_no_letter_that_can_be_misread() {
        var seen = new HashSet<String>();
        for (int i = 0; i < 1000; i++) {
            var reference = references.draw();
            assertThat(reference).matches("WR[0-9A-HJKMNP-TV-Z]{8}");
            seen.add(reference);
        }
        assertThat(seen).hasSize(1000);
    }
}
