package io.weir.webrest.outbound;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Passes an upstream's body on as it comes. What the client needs to know that it has everything (the last byte of a
 * known length, the event that says so, the end itself) is held back until the call is settled. However it ends, the
 * upstream is let go and the call settled: when nothing has passed because the upstream failed, released. A body that
 * is cut short ends in an exception, so that the client's connection breaks.
 */
public final class StreamedBody implements StreamingOutput {
    private static final Logger LOG = Logger.getLogger(StreamedBody.class.getName());

    private final UpstreamAnswer answer;
    private final StreamWatch watch;
    private final Bounds bounds;
    private final Ending ending;
    private final CompletableFuture<Void> taken = new CompletableFuture<>();

    /** How much may pass, and until when by {@code System.nanoTime}. */
    public record Bounds(long mostBytes, long until) {
    }

    /** What to do with the units; may be told more than once, and what it is told first counts. */
    public interface Ending {
        void delivered();

        void nothingCame();
    }

    public StreamedBody(UpstreamAnswer answer, StreamWatch watch, Bounds bounds, Ending ending) {
        this.answer = answer;
        this.watch = watch;
        this.bounds = bounds;
        this.ending = ending;
    }

    @Override
    public void write(OutputStream out) throws IOException {
        if (!taken.complete(null)) {
            throw new IOException("the answer was given up");
        }
        try {
            pass(out);
        } finally {
            answer.close();
            watch.end();
            ending.delivered();
        }
    }

    /** Done as soon as somebody writes it or gives it up; what becomes of this copy does not matter to the body. */
    CompletableFuture<Void> taken() {
        return taken.copy();
    }

    /** When nobody came to write it: what was asked for was done, so it is settled. Quiet when it was written. */
    public void giveUp() {
        if (taken.complete(null)) {
            LOG.log(Level.WARNING, "an answer was never fetched");
            answer.close();
            ending.delivered();
        }
    }

    private void pass(OutputStream out) throws IOException {
        var piece = new byte[16_384];
        long passed = 0;
        for (int n = read(piece, passed); n >= 0; n = read(piece, passed)) {
            passed += n;
            requireWithin(passed);
            boolean last = watch.seen(piece, n);
            if (last || passed == answer.length().orElse(-1)) {
                watch.end();
                ending.delivered();
            }
            boolean first = passed == n;
            out.write(piece, 0, n);
            out.flush();
            if (first) {
                // The container takes the first flush of an answer for its head alone, and keeps the piece back.
                out.flush();
            }
        }
        watch.end();
        ending.delivered();
        if (passed == 0) {
            // Of a body without a byte the head is written after the request has been ended, so that it may be lost.
            out.flush();
        }
    }

    private int read(byte[] piece, long passed) throws IOException {
        try {
            return answer.body().read(piece);
        } catch (IOException failed) {
            if (passed > 0) {
                throw failed;
            }
            ending.nothingCame();
            throw new IOException(failed.getMessage(),
                    new UpstreamFailure(UpstreamFailure.Kind.UNREACHABLE, "no body").asRefusal().asException());
        }
    }

    private void requireWithin(long passed) throws IOException {
        if (passed > bounds.mostBytes()) {
            throw new IOException("the answer is longer than " + bounds.mostBytes() + " bytes");
        }
        if (System.nanoTime() - bounds.until() > 0) {
            throw new IOException("the answer takes too long");
        }
    }
}
