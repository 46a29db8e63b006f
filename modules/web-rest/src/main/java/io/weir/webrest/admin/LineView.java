package io.weir.webrest.admin;

import io.weir.kernel.api.UserId;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.Statements.Line;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Money on a bank statement. {@code status}: open, matched or ignored. Proposals are of open lines, the best first. */
public record LineView(UUID id, UUID statementId, int lineNo, LocalDate bookedOn, BigDecimal amount, String currency,
                       Optional<String> counterparty, String memo, Optional<String> bankReference, String status,
                       Optional<UUID> paymentId, boolean awaitsSecond, Optional<String> note,
                       Optional<UUID> decidedBy, Optional<Instant> decidedAt, List<ProposalView> proposals) {
    static LineView of(Line line, MatchWords words) {
        return new LineView(line.id(), line.statement(), line.lineNo(), line.bookedOn(), line.amount().major(),
                line.amount().currency().getCurrencyCode(), line.counterparty(), line.memo(), line.bankReference(),
                line.status().name().toLowerCase(Locale.ROOT), line.payment().map(PaymentId::value),
                line.awaitsSecond(), line.note(), line.decidedBy().map(UserId::value), line.decidedAt(),
                line.proposals().stream().map(proposal -> words.view(line, proposal)).toList());
    }
}
