package io.weir.payments.domain;

import io.weir.kernel.api.Money;
import io.weir.payments.api.PaymentStatus;
import io.weir.payments.spi.Notice;

/**
 * What a notice does to its payment, and the words that the inbox keeps of it. Notices come twice and out of order:
 * one that finds its payment decided changes nothing. Money that does not fit changes nothing either: it waits for a
 * person, and the log says so.
 */
public record Verdict(Step step, String result, boolean needsPerson) {
    /** The verb to call, or none. */
    public enum Step { NONE, PROCESS, COMPLETE, FAIL, CANCEL }

    public static final Verdict UNKNOWN_ORDER = odd("unknown order");

    public static Verdict of(StoredNotice stored, PaymentEntity payment) {
        return stored.gateway().equals(payment.gateway())
                ? of(stored.notice(), payment.status(), payment.amount())
                : odd("payment of another gateway");
    }

    static Verdict of(Notice notice, PaymentStatus status, Money due) {
        return switch (notice.outcome()) {
            case PAID -> paid(notice.amount(), status, due);
            case FAILED -> whenOpen(status, new Verdict(Step.FAIL, "failed", false));
            case CANCELLED -> whenOpen(status, new Verdict(Step.CANCEL, "cancelled", false));
            case PROCESSING -> whenOpen(status,
                    new Verdict(status == PaymentStatus.PENDING ? Step.PROCESS : Step.NONE, "processing", false));
            case IGNORED -> new Verdict(Step.NONE, "ignored", false);
        };
    }

    private static Verdict paid(Money paid, PaymentStatus status, Money due) {
        if (!paid.equals(due)) {
            return odd("amount mismatch");
        }
        if (status == PaymentStatus.FAILED || status == PaymentStatus.CANCELLED) {
            return odd("paid after it was " + status.word());
        }
        return whenOpen(status, new Verdict(Step.COMPLETE, "completed", false));
    }

    private static Verdict whenOpen(PaymentStatus status, Verdict verdict) {
        return status.isOpen() ? verdict : new Verdict(Step.NONE, "already " + status.word(), false);
    }

    private static Verdict odd(String result) {
        return new Verdict(Step.NONE, result, true);
    }
}
