package io.weir.webportal;

import java.util.List;

/**
 * Why a line costs what it does, to be opened. {@code formula}, {@code tax}, {@code price}, {@code coupon} and {@code
 * unused} are sentences, empty where there is nothing to say; {@code usage}: what made it, null where it is not for
 * usage.
 */
public record LineReason(BillLines.Row line, String formula, String tax, String price, String coupon, String unused,
        UsageReason usage) {
    /** {@code more}: where the next rows are, empty at the end. */
    public record UsageReason(String summary, String span, List<StepRow> steps, List<GrantRow> grants,
            List<UsageRow> rows, String more) {
    }

    /** So many at that price. */
    public record StepRow(String quantity, String price, String flat, String amount) {
    }

    /** Units that were granted for the period, and how many of the allowance were used. */
    public record GrantRow(String at, String kind, String quantity, String source) {
    }

    /** One usage. */
    public record UsageRow(String at, String quantity, String what, String model, String status) {
    }
}
