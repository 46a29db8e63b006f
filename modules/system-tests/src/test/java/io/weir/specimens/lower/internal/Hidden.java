package io.weir.specimens.lower.internal;

/** Nobody else's business. */
public class Hidden {
    public void touch() {
    }
}
