package io.weir.billing.api;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A numbered claim, settled by the payment that made it. Numbers have no gaps within tenant and year:
 * {@code IQX-2026-000001}.
 */
public record Invoice(UUID id, String number, AccountId account, Instant issuedAt, Money total, String status,
                      UUID payment, List<Line> lines) {
    public Invoice {
        lines = List.copyOf(lines);
    }

    /** A part of it: {@code amount} = unit price × quantity. */
    public record Line(String description, long quantity, Money unitPrice, Money amount) {
    }
}
