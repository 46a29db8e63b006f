package io.weir.paymentgateways.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.paymentgateways.sandbox.Script.RefundCourse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptTest {
    private static final Instant NOW = SandboxFakes.NOW;
    private static final List<SandboxEvent> EVENTS = List.of(event("first"), event("second"));

    @Test
    void a_script_is_written_as_it_is_read() {
        var script = Script.of("delay=30, duplicates=2 reorder lost=true bad_signature=on amount_off=-5 refunds=failing");
        assertThat(script).isEqualTo(new Script(30, 2, true, true, true, -5, RefundCourse.FAILING));
        assertThat(Script.of(script.text())).isEqualTo(script);
        assertThat(Script.of("")).isEqualTo(Script.GOOD);
        assertThat(Script.GOOD.text()).isEmpty();
    }

    @Test
    void what_is_chosen_replaces_what_was_usual() {
        assertThat(Script.of("lost,delay=5").with(Map.of("lost", "off"))).isEqualTo(Script.of("delay=5"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"delay=-1", "delay=86401", "delay=soon", "duplicates=11", "lost=perhaps", "refunds=never",
        "amount_off=9999999999", "unheard=of", "="})
    void what_is_no_script_is_refused(String text) {
        assertThatThrownBy(() -> Script.of(text)).hasMessage("VALIDATION_FAILED");
    }

    @Test
    void what_is_lost_is_never_sent() {
        assertThat(Sending.of(EVENTS, Script.of("lost"), NOW)).isEmpty();
    }

    @Test
    void what_is_reordered_is_told_backwards_and_what_is_duplicated_again() {
        assertThat(Sending.of(EVENTS, Script.of("reorder,duplicates=1,delay=7"), NOW))
                .extracting(sending -> sending.event().type() + sending.copy())
                .containsExactly("second0", "second1", "first0", "first1");
        assertThat(Sending.of(EVENTS, Script.of("delay=7"), NOW)).extracting(Sending::at)
                .containsOnly(NOW.plusSeconds(7));
    }

    @ParameterizedTest
    @CsvSource({"1,1", "2,2", "3,4", "12,2048", "13,3600", "40,3600"})
    void tries_that_fail_are_repeated_ever_more_seldom(int failures, long seconds) {
        assertThat(Sending.again(failures, NOW)).isEqualTo(NOW.plusSeconds(seconds));
    }

    private static SandboxEvent event(String type) {
        return new SandboxEvent(type, type, true, 1, 1, Currency.getInstance("VND"), Optional.empty(), "",
                Optional.empty(), Optional.empty(), Optional.empty());
    }
}
