package io.weir.webrest.admin;

import io.weir.kernel.api.Money;
import io.weir.payments.api.Approvals.Opinion;
import io.weir.payments.api.Payment;
import io.weir.payments.api.PaymentProofs.Proof;
import io.weir.payments.api.Statements.Hint;
import io.weir.webrest.payments.InstructionsView;
import io.weir.webrest.payments.ProofView;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A payment as those see it who decide on it. {@code reference} is what to look for on the bank statement; {@code
 * received} came so far, {@code remaining} is missing; {@code attention}: why somebody has to look. {@code seen}: what
 * a decision says to have seen.
 */
public record PaymentInQueue(UUID id, long orderCode, String accountId, String userId, BigDecimal amount,
                             String currency, String description, String status, String paymentType, String packageId,
                             String gateway, String reference, Optional<InstructionsView> instructions,
                             Optional<String> transactionId, Optional<String> note, Instant createdAt,
                             Optional<Instant> completedAt, BigDecimal received, BigDecimal remaining,
                             BigDecimal refunded, BigDecimal refundable,
                             Optional<String> attention, String seen, long ageSeconds, List<ProofView> proofs,
                             List<OpinionView> opinions, List<HintView> hints) {

    /** What is known beside the payment itself. */
    record Help(Duration age, List<Proof> proofs, List<Opinion> opinions, List<Hint> hints, String seen) {
    }

    static PaymentInQueue of(Payment payment, Help help) {
        return new PaymentInQueue(payment.id().value(), payment.orderCode(), payment.account().toString(),
                payment.payer().toString(), payment.amount().major(), payment.amount().currency().getCurrencyCode(),
                payment.description(), payment.status().word(), payment.purpose().kind(), payment.purpose().item(),
                payment.gateway(), payment.reference(), payment.checkout().instructions().map(InstructionsView::of),
                payment.gatewayReference(), payment.note(), payment.createdAt(), payment.completedAt(),
                payment.progress().received().major(), payment.remaining().major(),
                payment.progress().refunded().major(), payment.refundable().major(), payment.progress().attention(),
                help.seen(), Math.max(0, help.age().toSeconds()),
                help.proofs().stream().map(ProofView::forAdministrator).toList(),
                help.opinions().stream().map(OpinionView::of).toList(),
                help.hints().stream().map(HintView::of).toList());
    }

    /** Somebody's yes or no. */
    public record OpinionView(UUID userId, String answer, Optional<BigDecimal> received, Optional<String> note,
                              Instant at) {
        static OpinionView of(Opinion opinion) {
            return new OpinionView(opinion.by().value(), opinion.yes() ? "yes" : "no",
                    opinion.received().map(Money::major), opinion.note(), opinion.at());
        }
    }

    /** A line of a bank statement that may be for it. {@code match} and {@code confidence} as in a line's proposals. */
    public record HintView(UUID lineId, String match, String confidence, LocalDate bookedOn, BigDecimal amount,
                           String currency, Optional<String> counterparty, String memo) {
        static HintView of(Hint hint) {
            var line = hint.line();
            return new HintView(line.id(), MatchWords.word(hint.match()), MatchWords.confidence(hint.match()),
                    line.bookedOn(), line.amount().major(), line.amount().currency().getCurrencyCode(),
                    line.counterparty(), line.memo());
        }
    }
}
