package io.weir.webrest.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventScannerTest {
    private final List<String> events = new ArrayList<>();
    private final EventScanner scanner = new EventScanner(events::add);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 1000})
    void piecesMayBeCutAnywhere(int size) {
        var body = "event: x\r\ndata: {\"a\":\"ế\"}\r\n\r\n: comment\n\ndata:one\ndata: two\n\nid: 4\rdata: three\r\r";
        feed(body, size);
        assertThat(events).containsExactly("{\"a\":\"ế\"}", "one\ntwo", "three");
    }

    @Test
    void tellsWhenTheReaderKnowsTheEnd() {
        assertThat(see("data: {}\n\n")).isFalse();
        assertThat(see("data: [DONE]\n")).isTrue();
        scanner.end();
        assertThat(events).containsExactly("{}");
    }

    @Test
    void anEventThatWasCutOffCounts() {
        see("data: {\"usage\":1}");
        scanner.end();
        assertThat(events).containsExactly("{\"usage\":1}");
    }

    @Test
    void anEndlessEventIsPassedOver() {
        see("data: " + "x".repeat(2 << 20) + "\n\ndata: next\n\n");
        for (int i = 0; i < 40; i++) {
            see("data: " + "y".repeat(1 << 15) + "\n");
        }
        see("\ndata: last\n\n");
        assertThat(events).containsExactly("next", "last");
    }

    private boolean see(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return scanner.seen(bytes, bytes.length);
    }

    private void feed(String body, int size) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        for (int from = 0; from < bytes.length; from += size) {
            var piece = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + size));
            scanner.seen(piece, piece.length);
        }
    }
}
