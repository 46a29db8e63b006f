package io.weir.billing.api;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Period;
import io.weir.kernel.api.TenantId;
import java.util.Optional;
import java.util.function.Consumer;

/** Invoices and credit notes as people and programs file them. */
public interface InvoiceFiles {
    /** A4, in the document's language and zone. The same document makes the same bytes. */
    byte[] pdf(InvoiceDocument document);

    /**
     * UBL 2.1, an Invoice or a CreditNote within EN 16931, as UTF-8 says it. Refused: {@code INVOICE_NOT_FINAL} (409)
     * for a draft, which has no number.
     */
    String ubl(InvoiceDocument document);

    /** What the file is called, without its ending: the number, or {@code draft}. ASCII letters, digits and dashes. */
    String name(InvoiceDocument document);

    /**
     * A table of RFC 4180, a row for each line of each invoice issued in that time, with a heading; handed over piece
     * by piece while it is read, and never held as a whole. Call it outside a transaction: each piece has its own.
     *
     * @param account whose invoices; absent for all of the tenant's
     */
    void table(TenantId tenant, Optional<AccountId> account, Period issued, Consumer<String> rows);
}
