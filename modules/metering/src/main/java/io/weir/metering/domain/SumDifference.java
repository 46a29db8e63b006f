package io.weir.metering.domain;

/** How many sums there are, or ought to be, and how many of them are missing, too much, or wrong. */
public record SumDifference(long compared, long differing) {
}
