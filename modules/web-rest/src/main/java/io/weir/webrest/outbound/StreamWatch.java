package io.weir.webrest.outbound;

/** Looks on while a body passes, piece by piece. */
public interface StreamWatch {
    /** Sees nothing. */
    StreamWatch BLIND = (bytes, length) -> false;

    /** True when this piece tells the reader that the body is complete, before it ends. */
    boolean seen(byte[] bytes, int length);

    /** No more will come. */
    default void end() {
    }
}
