package io.weir.specimens.layered.store;

/** How something is stored. */
public class Rows {
}
