package io.weir.metering.domain;

/** What became of use: {@code units} that were granted, and {@code overage} beyond them. */
record Taken(long units, long overage) {
    long all() {
        return units + overage;
    }
}
