package io.weir.billing.api;

import io.weir.kernel.api.Money;
import io.weir.kernel.api.TenantId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What an administrator decides about final invoices. Audited. Refused: {@code INVOICE_NOT_FOUND} (404), {@code
 * INVOICE_IS_DRAFT}, {@code INVOICE_DECIDED} (409), and as said.
 */
public interface InvoiceDecisions {
    /**
     * Gives it back, all that is left or parts of its lines, by a credit note. What had been paid goes to the account's
     * credit where {@code toCredit} says so; what was not paid yet is not owed any more. Refused: {@code
     * CREDIT_TOO_MUCH} (409), {@code VALIDATION_FAILED} on {@code lines} or {@code amount}, {@code SEEN_CHANGED} (409)
     * when something else has been given back of it than was {@code seen}.
     */
    Invoice credit(TenantId tenant, UUID invoice, Credit wanted);

    /** Nothing of it is owed: a credit note over all that is left. Refused: {@code INVOICE_NOT_OPEN} (409). */
    Invoice voided(TenantId tenant, UUID invoice, String reason);

    /** It will not be paid; who pays it all the same may. Refused: {@code INVOICE_NOT_OPEN} (409). */
    Invoice writeOff(TenantId tenant, UUID invoice, String reason);

    /**
     * {@code lines}: by line number, with tax; none for all that is left. {@code toCredit}: what had been paid. {@code
     * seen}: what had been given back of it when somebody looked, so that the same form sent twice counts once.
     */
    record Credit(Map<Integer, Money> lines, String reason, boolean toCredit, Optional<Money> seen) {
        public Credit {
            lines = Map.copyOf(lines);
        }

        public Credit(Map<Integer, Money> lines, String reason, boolean toCredit) {
            this(lines, reason, toCredit, Optional.empty());
        }
    }
}
