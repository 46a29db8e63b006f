package io.weir.payments.api;

import io.weir.kernel.api.Money;
import io.weir.kernel.api.Page;
import io.weir.kernel.api.TenantId;
import io.weir.kernel.api.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Bank statements: what came into the tenant's account, and which payments it may be for. A line is never decided by
 * itself; a person approves it, and that is a yes by {@link Approvals} with the line as its evidence. Audited. Refused
 * throughout: {@code LINE_NOT_FOUND} (404), {@code LINE_DECIDED} (409), and what {@link Approvals} refuses.
 */
public interface Statements {
    /** Bytes: 5 MiB. */
    int MOST_BYTES = 5 << 20;

    /**
     * Reads a CSV file of whatever bank, or CAMT.053, and keeps its incoming money as open lines. A file that is known
     * is quiet, and so are lines that another file had: statements overlap. All or nothing. Refused: {@code
     * STATEMENT_TOO_LARGE} (413), {@code STATEMENT_UNREADABLE} (400), {@code STATEMENT_LINE_WRONG} (400) with the
     * member {@code line}.
     */
    Imported importFile(TenantId tenant, FileUpload file);

    /** Newest first. */
    Page<Statement> statements(TenantId tenant, Page.Request page);

    /** Oldest first when open, else the latest decided first. Open ones come with proposals, the best first. */
    Page<Line> lines(TenantId tenant, LineStatus status, Page.Request page);

    Line line(TenantId tenant, UUID line);

    /** Open lines that may be for these payments, the best first; payments without any are left out. */
    Map<PaymentId, List<Hint>> hints(TenantId tenant, Collection<PaymentId> payments);

    /**
     * This line's money is for that payment: approves the payment by the line's amount, and marks the line in the same
     * transaction. Where it takes two people, the line stays open until the second approves the same line for the same
     * payment. Money that somebody has approved by hand before is not counted again. Refused also: {@code
     * LINE_AWAITS_OTHER} (409) when somebody has approved the line for another payment.
     */
    Approved approve(TenantId tenant, UUID line, Yes yes);

    /**
     * Money that came for a payment that is decided: too late, or twice. The account may spend it. Takes two people
     * like an approval. Refused also: {@code PAYMENT_OPEN} (409), {@code MONEY_COUNTED} (409) when it was approved by
     * hand.
     */
    Approved credit(TenantId tenant, UUID line, Yes yes);

    /** Approves every open line whose proposal is exact, each by itself: one that is refused holds up no other. */
    List<Outcome> approveExact(TenantId tenant, UserId by);

    /** Not for any payment here. */
    Line ignore(TenantId tenant, UUID line, UserId by, String note);

    /** An ignored line is open again, or an open one awaits nobody any more. A matched one stays: its money counted. */
    Line reopen(TenantId tenant, UUID line, UserId by);

    /** As it came. */
    record FileUpload(String fileName, byte[] bytes, UserId by) {
    }

    /** A file. {@code format}: CSV or CAMT053. {@code open} of its {@code lines} are still to be decided. */
    record Statement(UUID id, String fileName, String format, Optional<String> bankAccount, UserId importedBy,
            Instant importedAt, int lines, int open) {
    }

    /**
     * What became of a file: {@code known}: it was here before, and nothing happened. {@code added} new lines, {@code
     * repeated} ones that another file had, {@code skipped} ones that are no incoming money.
     */
    record Imported(Statement statement, boolean known, int added, int repeated, int skipped) {
    }

    /** OPEN until a person decides. MATCHED is final: its money was counted. */
    enum LineStatus { OPEN, MATCHED, IGNORED }

    /**
     * Money that came. {@code lineNo}: the line of a CSV file, or the number of the entry. {@code bankReference}: the
     * bank's name for it. {@code payment}: what it was matched with, or awaits a second yes for.
     */
    record Line(UUID id, UUID statement, int lineNo, LocalDate bookedOn, Money amount, Optional<String> counterparty,
            String memo, Optional<String> bankReference, LineStatus status, Optional<PaymentId> payment,
            boolean awaitsSecond, Optional<String> note, Optional<UserId> decidedBy, Optional<Instant> decidedAt,
            List<Proposal> proposals) {
    }

    /**
     * How a line fits a payment, the best first. EXACT: its reference and what it still asks for. KNOWN: its reference,
     * and somebody has approved this much by hand. TWICE: like EXACT, but another line is before it. LESS, MORE: its
     * reference and another amount. LIKELY: a part of its reference, or one character wrong, and the amount. AMOUNT:
     * the amount alone, of no other open payment and no other open line. DECIDED: the reference of one that is decided.
     * OTHER_CURRENCY: its reference, but no money that it can take.
     */
    enum Match {
        EXACT, KNOWN, TWICE, LESS, MORE, LIKELY, AMOUNT, DECIDED, OTHER_CURRENCY;

        /** Whether approving the line for the payment can go well. */
        public boolean isApprovable() {
            return this != DECIDED && this != OTHER_CURRENCY;
        }
    }

    /** {@code asked}: what the payment still asks for. {@code found}: the part of the memo that names it. */
    record Proposal(PaymentId payment, String reference, Match match, Money asked, Optional<String> found) {
    }

    /** A proposal as seen from the payment. */
    record Hint(Line line, Match match) {
    }

    /** {@code note} for the books. */
    record Yes(PaymentId payment, UserId by, String note) {
    }

    /**
     * What a yes did. COUNTED: the payment got the money. CREDITED: the account did. KNOWN: nobody, it was counted
     * before. AWAITS_SECOND: nothing yet, until another person agrees.
     */
    enum Effect { COUNTED, CREDITED, KNOWN, AWAITS_SECOND }

    /** A line and its payment after a yes. */
    record Approved(Line line, Payment payment, Effect effect) {
    }

    /** What became of one line of many: an effect, or the code of a refusal. */
    record Outcome(UUID line, PaymentId payment, Optional<Effect> effect, Optional<String> refused) {
    }
}
