package io.weir.specimens;

/** A price that cannot be exact. */
public record FloatingPrice(double amount) {
}
