package io.weir.webrest.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Keeps a body until it is stored. One that is longer than an answer may be to be given again is not kept in memory: it
 * is told so, and everything passes on.
 */
final class KeptBody extends OutputStream {
    /** Far more than any answer of our own; less than a column and a statement hold. */
    static final int MOST = 4 << 20;

    private final OutputStream outside;
    private final Runnable tooLong;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private boolean passing;

    KeptBody(OutputStream outside, Runnable tooLong) {
        this.outside = outside;
        this.tooLong = tooLong;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        if (!passing && kept.size() + (long) length > MOST) {
            passing = true;
            tooLong.run();
            kept.writeTo(outside);
            kept.reset();
        }
        (passing ? outside : kept).write(bytes, from, length);
    }

    @Override
    public void flush() throws IOException {
        if (passing) {
            outside.flush();
        }
    }

    boolean isWhole() {
        return !passing;
    }

    byte[] toByteArray() {
        return kept.toByteArray();
    }
}
