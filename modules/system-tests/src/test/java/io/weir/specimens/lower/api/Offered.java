package io.weir.specimens.lower.api;

/** What the lower module offers. */
public interface Offered {
    void serve();
}
