package io.weir.bootstrap.api;

/**
 * Something in a catalogue file that cannot be taken as it is. Line and column count from 1; {@code path}: {@code
 * plans[2].price}, empty for the file as a whole; {@code message}: in the reader's language.
 */
public record CatalogueFault(int line, int column, String path, String code, String message) {
}
