package io.weir.payments.domain.statements;

import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.UserId;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.Statements.Line;
import io.weir.payments.api.Statements.LineStatus;
import io.weir.payments.domain.HandNote;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who decides on a line, when, and in which words. A line is open until it is matched, which is final, or ignored,
 * which can be taken back.
 */
public record LineDecision(UserId by, Instant at, Optional<String> note) {
    private static final int LONGEST_NOTE = 1000;

    /** Refused: {@code VALIDATION_FAILED} on {@code note}. */
    public static LineDecision of(UserId by, Instant at, String note) {
        return new LineDecision(by, at, HandNote.of(note, LONGEST_NOTE));
    }

    /** Refused: {@code LINE_DECIDED}; {@code LINE_AWAITS_OTHER} when somebody said yes to another payment. */
    public static void requireOpen(Line line, PaymentId payment) {
        requireOpen(line);
        if (line.awaitsSecond() && !line.payment().equals(Optional.of(payment))) {
            throw Refusal.conflict("LINE_AWAITS_OTHER").asException();
        }
    }

    public Line awaits(Line line, PaymentId payment) {
        return decided(line, LineStatus.OPEN, Optional.of(payment), true);
    }

    public Line matched(Line line, PaymentId payment) {
        return decided(line, LineStatus.MATCHED, Optional.of(payment), false);
    }

    public Line ignored(Line line) {
        requireOpen(line);
        return decided(line, LineStatus.IGNORED, Optional.empty(), false);
    }

    /** Refused: {@code LINE_DECIDED} for a matched one. */
    public Line reopened(Line line) {
        if (line.status() == LineStatus.MATCHED) {
            throw Refusal.conflict("LINE_DECIDED").asException();
        }
        return decided(line, LineStatus.OPEN, Optional.empty(), false);
    }

    private static void requireOpen(Line line) {
        if (line.status() != LineStatus.OPEN) {
            throw Refusal.conflict("LINE_DECIDED").asException();
        }
    }

    private Line decided(Line line, LineStatus status, Optional<PaymentId> payment, boolean awaitsSecond) {
        return new Line(line.id(), line.statement(), line.lineNo(), line.bookedOn(), line.amount(),
                line.counterparty(), line.memo(), line.bankReference(), status, payment, awaitsSecond, note,
                Optional.of(by), Optional.of(at), List.of());
    }
}
