package io.weir.paymentgateways.paddle;

import io.weir.payments.spi.AgreementState.Status;
import io.weir.payments.spi.UnreadableNoticeException;

/** Classic's words for how a subscription stands, in alerts and in answers. */
final class ClassicStatus {
    static final String DELETED = "deleted";
    private static final String PAUSED = "paused";

    private ClassicStatus() {
    }

    static Status of(String word) {
        return switch (word) {
            case "active", "trialing", PAUSED -> Status.ACTIVE;
            case "past_due" -> Status.PAST_DUE;
            case DELETED -> Status.ENDED;
            default -> throw new UnreadableNoticeException("a subscription of an unknown status");
        };
    }

    static boolean isPaused(String word) {
        return word.equals(PAUSED);
    }
}
