package io.weir.webrest.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.RefusedException;
import io.weir.metering.api.Actual;
import io.weir.metering.api.CallFacts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class StreamedBodyTest {
    private static final CallFacts FACTS =
            new CallFacts("/x", Optional.empty(), Optional.empty(), 200, OptionalInt.empty(), 0, Optional.empty());
    private final FakeAdmission admission = new FakeAdmission();
    private final Reckoning reckoning = new Reckoning(admission, FakeAdmission.HELD);
    private final ByteArrayOutputStream client = new ByteArrayOutputStream();
    private boolean upstreamLetGo;

    @Test
    void aBodyPassesAndIsSettledOnce() throws IOException {
        body(text("hello"), List.of(), StreamWatch.BLIND).write(client);
        assertThat(client).hasToString("hello");
        assertThat(admission.ends).containsExactly("settled 10");
        assertThat(upstreamLetGo).isTrue();
    }

    @Test
    void theLastByteOfAKnownLengthFollowsTheSettlement() throws IOException {
        var body = body(text("hello"), List.of(new HeaderLine("content-length", "5")), StreamWatch.BLIND);
        body.write(new OutputStream() {
            @Override
            public void write(int b) {
                assertThat(admission.ends).containsExactly("settled 10");
            }
        });
        assertThat(admission.ends).hasSize(1);
    }

    @Test
    void aLengthBesideChunksIsNone() {
        var chunked = List.of(new HeaderLine("Content-Length", "2"), new HeaderLine("transfer-encoding", "chunked"));
        assertThat(new UpstreamAnswer(200, chunked, text("hello"), () -> { }).length()).isEmpty();
    }

    @Test
    void whoWatchesABodyLearnsThatItIsFetchedAndMayStopToWatch() throws IOException {
        var body = body(text("hello"), List.of(), StreamWatch.BLIND);
        var tired = body.taken();
        tired.cancel(true);
        var watch = body.taken();
        assertThat(watch).isNotDone();
        body.write(client);
        assertThat(watch).isCompleted();
        assertThat(client).hasToString("hello");
    }

    @Test
    void theEventThatSaysItIsTheLastDoesToo() throws IOException {
        var scanner = new EventScanner(event -> { });
        var body = body(new SequenceInputStream(text("data: 1\n\n"), text("data: [DONE]\n\n")), List.of(), scanner);
        var seen = new StringBuilder();
        body.write(new OutputStream() {
            @Override
            public void write(byte[] b, int from, int length) {
                seen.append(admission.ends.size());
            }

            @Override
            public void write(int b) {
                throw new UnsupportedOperationException();
            }
        });
        assertThat(seen).hasToString("01");
    }

    @Test
    void withoutASettlementTheClientDoesNotSeeTheEnd() {
        admission.next = Refusal.conflict("RESERVATION_EXPIRED").asException();
        var body = body(text("hello"), List.of(new HeaderLine("Content-Length", "5")), StreamWatch.BLIND);
        assertThatThrownBy(() -> body.write(client)).isInstanceOf(RefusedException.class);
        assertThat(client.size()).isZero();
    }

    @Test
    void aClientThatLeavesPaysAndLetsTheUpstreamGo() {
        var body = body(text("hello"), List.of(), StreamWatch.BLIND);
        assertThatThrownBy(() -> body.write(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("broken pipe");
            }
        })).hasMessage("broken pipe");
        assertThat(admission.ends).containsExactly("settled 10");
        assertThat(upstreamLetGo).isTrue();
    }

    @Test
    void anUpstreamThatFailsBeforeTheFirstByteCostsNothing() {
        assertThatThrownBy(() -> body(broken(), List.of(), StreamWatch.BLIND).write(client))
                .hasCauseInstanceOf(RefusedException.class);
        assertThat(admission.ends).containsExactly("released");
    }

    @Test
    void oneThatBreaksOffLaterIsCharged() {
        var body = body(new SequenceInputStream(text("hel"), broken()), List.of(), StreamWatch.BLIND);
        assertThatThrownBy(() -> body.write(client)).hasMessage("reset");
        assertThat(client).hasToString("hel");
        assertThat(admission.ends).containsExactly("settled 10");
    }

    @Test
    void tooMuchIsCutAndCharged() {
        assertThatThrownBy(() -> body(text("x".repeat(2000)), List.of(), StreamWatch.BLIND).write(client))
                .isInstanceOf(IOException.class);
        assertThat(client.size()).isLessThanOrEqualTo(1000);
        assertThat(admission.ends).containsExactly("settled 10");
    }

    @Test
    void whatNobodyFetchesIsSettledAndCanNotBeFetchedAnyMore() {
        var body = body(text("hello"), List.of(), StreamWatch.BLIND);
        body.giveUp();
        body.giveUp();
        assertThat(admission.ends).containsExactly("settled 10");
        assertThat(upstreamLetGo).isTrue();
        assertThatThrownBy(() -> body.write(client)).isInstanceOf(IOException.class);
        assertThat(client.size()).isZero();
    }

    @Test
    void aGateThatIsClosedForAMomentIsAskedAgain() {
        admission.next = Refusal.of(Refusal.Kind.UNAVAILABLE, "UNAVAILABLE").asException();
        assertThat(reckoning.settle(hold -> 3, FACTS)).isPresent();
        assertThat(reckoning.settle(hold -> 4, FACTS)).isEmpty();
        reckoning.release();
        assertThat(admission.ends).containsExactly("settled 3");
    }

    private StreamedBody body(InputStream source, List<HeaderLine> headers, StreamWatch watch) {
        var answer = new UpstreamAnswer(200, headers, source, () -> upstreamLetGo = true);
        var bounds = new StreamedBody.Bounds(1000, System.nanoTime() + 60_000_000_000L);
        return new StreamedBody(answer, watch, bounds, new StreamedBody.Ending() {
            @Override
            public void delivered() {
                reckoning.settle(Actual.AS_HELD, FACTS);
            }

            @Override
            public void nothingCame() {
                reckoning.release();
            }
        });
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static InputStream broken() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("reset");
            }
        };
    }
}
