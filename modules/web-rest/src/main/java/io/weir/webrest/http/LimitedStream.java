package io.weir.webrest.http;

import io.weir.kernel.api.Refusal;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;

/** Counts what is read and refuses ({@code BODY_TOO_LARGE}) once it is more than {@code most} bytes. */
final class LimitedStream extends ServletInputStream {
    private final ServletInputStream source;
    private final long most;
    private long seen;

    LimitedStream(ServletInputStream source, long most) {
        this.source = source;
        this.most = most;
    }

    @Override
    public int read() throws IOException {
        int one = source.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int got = source.read(into, offset, length);
        count(Math.max(0, got));
        return got;
    }

    private void count(int more) {
        seen += more;
        if (seen > most) {
            throw Refusal.of(Refusal.Kind.TOO_LARGE, "BODY_TOO_LARGE").asException();
        }
    }

    @Override
    public boolean isFinished() {
        return source.isFinished();
    }

    @Override
    public boolean isReady() {
        return source.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        source.setReadListener(listener);
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
