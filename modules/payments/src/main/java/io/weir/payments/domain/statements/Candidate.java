package io.weir.payments.domain.statements;

import io.weir.kernel.api.Money;
import io.weir.payments.api.PaymentId;
import java.util.List;

/**
 * A payment that a line may be for. {@code asked}: what is still to come, or was asked for, once it is decided. {@code
 * byHand}: amounts that somebody approved without naming a line, and that no line has claimed since.
 */
public record Candidate(PaymentId payment, String reference, long orderCode, Money asked, boolean open,
        List<Money> byHand) {
    public Candidate {
        byHand = List.copyOf(byHand);
    }
}
