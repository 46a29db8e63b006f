package io.weir.specimens.layered.api;

import io.weir.specimens.layered.store.Rows;

/** Breaks the layers: an api that knows how it is stored. */
public interface KnowsStore {
    Rows rows();
}
