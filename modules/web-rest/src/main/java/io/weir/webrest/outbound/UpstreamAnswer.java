package io.weir.webrest.outbound;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The head of an upstream's answer, and its body to be read. Closing it before the end cuts the connection instead of
 * reading what is left; after the end it is quiet.
 */
public final class UpstreamAnswer implements AutoCloseable {
    private final int status;
    private final List<HeaderLine> headers;
    private final InputStream body;
    private final Runnable cut;

    public UpstreamAnswer(int status, List<HeaderLine> headers, InputStream body, Runnable cut) {
        this.status = status;
        this.headers = List.copyOf(headers);
        this.body = body;
        this.cut = cut;
    }

    public int status() {
        return status;
    }

    public List<HeaderLine> headers() {
        return headers;
    }

    public InputStream body() {
        return body;
    }

    public Optional<String> header(String name) {
        return headers.stream().filter(h -> h.is(name)).map(HeaderLine::value).findFirst();
    }

    public boolean isEventStream() {
        return header("Content-Type").filter(t -> t.toLowerCase(Locale.ROOT).startsWith("text/event-stream"))
                .isPresent();
    }

    /** Of the body; unknown when it came in chunks, whatever else the head says of its length. */
    public OptionalLong length() {
        if (header("Transfer-Encoding").isPresent()) {
            return OptionalLong.empty();
        }
        return header("Content-Length").filter(l -> l.matches("\\d{1,18}")).map(Long::parseLong)
                .map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    /**
     * The whole body, absent when it is longer than {@code most} bytes.
     * @param until a {@code System.nanoTime} after which a body that trickles is a failure
     */
    public Optional<byte[]> read(long most, long until) throws IOException {
        var whole = new ByteArrayOutputStream();
        var piece = new byte[8192];
        for (int n = body.read(piece); n >= 0; n = body.read(piece)) {
            whole.write(piece, 0, n);
            if (whole.size() > most) {
                return Optional.empty();
            }
            if (System.nanoTime() - until > 0) {
                throw new UpstreamFailure(UpstreamFailure.Kind.TIMED_OUT, "the answer takes too long");
            }
        }
        return Optional.of(whole.toByteArray());
    }

    @Override
    public void close() {
        cut.run();
    }
}
