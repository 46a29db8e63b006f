package io.weir.webrest.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.webrest.outbound.Circuit;
import io.weir.webrest.outbound.UpstreamAnswer;
import io.weir.webrest.outbound.UpstreamCall;
import io.weir.webrest.outbound.UpstreamFailure;
import io.weir.webrest.outbound.UpstreamFailure.Kind;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TriesTest {
    private final AtomicLong now = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicInteger closed = new AtomicInteger();
    private final Circuit circuit = new Circuit(5, Duration.ofSeconds(10), now::get);

    @ParameterizedTest
    @CsvSource({"GET, 3", "HEAD, 3", "OPTIONS, 3", "PUT, 3", "DELETE, 3", "POST, 1", "PATCH, 1"})
    void onlyWhatDoesNoHarmTwiceIsTriedAgain(String method, int times) {
        assertThat(ask(method, 503, 503, 503, 200).status()).isEqualTo(503);
        assertThat(asked).hasValue(times);
        assertThat(closed).hasValue(times - 1);
    }

    @Test
    void aTryThatSucceedsIsTheAnswer() {
        assertThat(ask("GET", 0, 502, 200).status()).isEqualTo(200);
        assertThat(circuit.allows()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"500", "501", "404", "429", "200", "302"})
    void anAnswerAboutTheCallIsFinal(int status) {
        assertThat(ask("GET", status, 200).status()).isEqualTo(status);
        assertThat(asked).hasValue(1);
    }

    @Test
    void allTriesTakeNoLongerThanOneMay() {
        var slow = new Tries(call -> {
            asked.incrementAndGet();
            now.addAndGet(1_900_000_000L);
            throw new UpstreamFailure(Kind.TIMED_OUT, "late");
        }, millis -> now.addAndGet(millis * 1_000_000), now::get);
        assertThatThrownBy(() -> slow.ask(call("GET"), circuit, 5)).isInstanceOf(UpstreamFailure.class);
        assertThat(asked.get()).isLessThanOrEqualTo(2);
    }

    @Test
    void aTryThatWasNeverMadeClosesNothing() {
        for (int i = 0; i < 5; i++) {
            circuit.report(false);
        }
        now.addAndGet(Duration.ofSeconds(10).toNanos());
        assertThat(circuit.allows()).isTrue();
        assertThat(circuit.allows()).isFalse();
        circuit.withdraw();
        assertThat(circuit.allows()).isTrue();
        assertThat(circuit.allows()).isFalse();
    }

    @Test
    void anOpenCircuitAnswersAtOnceAndSaysWhenToComeBack() {
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> ask("POST", 0)).isInstanceOf(UpstreamFailure.class);
        }
        assertThatThrownBy(() -> ask("GET", 200)).isInstanceOfSatisfying(UpstreamFailure.class,
                e -> assertThat(e.asRefusal().members()).containsEntry("retryAfter", 10L));
        assertThat(asked).hasValue(5);
    }

    private UpstreamAnswer ask(String method, Integer... answers) {
        Deque<Integer> next = new ArrayDeque<>(Arrays.asList(answers));
        return new Tries(call -> {
            asked.incrementAndGet();
            int status = next.remove();
            if (status == 0) {
                throw new UpstreamFailure(Kind.UNREACHABLE, "down");
            }
            return new UpstreamAnswer(status, List.of(), InputStream.nullInputStream(), closed::incrementAndGet);
        }, millis -> { }, now::get).ask(call(method), circuit, 2);
    }

    private static UpstreamCall call(String method) {
        return new UpstreamCall(method, URI.create("http://up.example"), "/", List.of(), Optional.empty(),
                new UpstreamCall.Terms(1000, 1000, false));
    }
}
