package io.weir.specimens.upper.api;

/** What the upper module offers. */
public interface Above {
    void act();
}
