package io.weir.billing.domain;

import io.weir.billing.api.Invoice;
import io.weir.billing.api.Invoice.Kind;
import io.weir.billing.api.Invoice.Reason;
import io.weir.billing.api.Invoice.Status;
import io.weir.billing.domain.pricing.Draft;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.Period;
import io.weir.kernel.api.Refusal;
import io.weir.platform.api.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PreRemove;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * An invoice or a credit note. A draft is priced again and again until it becomes final: then it has its number, its
 * parties and its hash, and nothing but what became of it moves any more. A credit note's amounts are below zero here.
 */
@Entity(name = "StoredInvoice")
@Table(name = "billing_invoice")
public class StoredInvoice extends InvoiceFacts {
    @Column(name = "final_at")
    private Instant finalAt;
    @Column(name = "paid_at")
    private Instant paidAt;
    @Column(name = "settled")
    private long settled;
    @Column(name = "credited")
    private long credited;
    @Column(name = "status")
    private String status;
    @Column(name = "payment_id")
    private String payment;
    @Version
    @Column(name = "version")
    private long version;

    /** What a final one must not differ from when it is written again; null for a draft. */
    @Transient
    private List<Object> sealed;

    protected StoredInvoice() {
    }

    /** A draft without a price yet. */
    public StoredInvoice(Claim claim, Instant now) {
        this.id = Ids.next().toString();
        this.kind = Kind.INVOICE.word();
        this.reason = claim.reason().word();
        this.cause = claim.cause();
        this.account = claim.account().toString();
        this.subscription = claim.subscription().map(UUID::toString).orElse(null);
        this.currency = claim.currency().getCurrencyCode();
        this.periodFrom = claim.period().map(Period::from).orElse(null);
        this.periodUntil = claim.period().flatMap(Period::until).orElse(null);
        this.createdAt = now;
        this.finalAt = now;
        this.status = Status.DRAFT.word();
    }

    /** What it is made for, once per {@code cause}. */
    public record Claim(AccountId account, Reason reason, String cause, Currency currency,
            Optional<UUID> subscription, Optional<Period> period) {
    }

    /** What it is made for. */
    public Claim claim() {
        return new Claim(account(), reason(), cause(), currency(), subscription(), period());
    }

    /** Gives back of this one. */
    public StoredInvoice creditNote(Reason why, String its, String words, Instant now) {
        var claim = new Claim(AccountId.of(account), why, its, Currency.getInstance(currency), subscription(),
                period());
        var credit = new StoredInvoice(claim, now);
        credit.kind = Kind.CREDIT_NOTE.word();
        credit.corrects = id;
        credit.note = words;
        return credit;
    }

    /** When it becomes final by itself. */
    public void waitUntil(Instant moment) {
        requireDraft();
        finalAt = moment;
    }

    /** The lines are kept beside. */
    public void price(Draft draft) {
        requireDraft();
        net = draft.totals().net().minor();
        tax = draft.totals().tax().minor();
        total = draft.totals().gross().minor();
    }

    /** Gets its number; from here on its content never moves. */
    public void issue(Issue issue, List<StoredLine> lines) {
        requireDraft();
        number = issue.number().toString();
        issuedAt = issue.at();
        dueAt = isCreditNote() ? null : issue.due();
        seller = issue.seller().json();
        buyer = issue.buyer().json();
        status = Status.OPEN.word();
        seal(lines);
        if (total == 0 || isCreditNote()) {
            pay(Optional.empty(), issue.at());
        }
    }

    /** How a draft becomes final. */
    public record Issue(InvoiceNumber number, Instant at, Instant due, SellerOnPaper seller, BuyerOnPaper buyer) {
    }

    /** Also for those that were issued before hashes were kept. */
    public void seal(List<StoredLine> lines) {
        contentHash = InvoiceContent.of(this, lines).hash();
        sealed = content();
    }

    /** By a payment, or because nothing is left to be paid. */
    public void pay(Optional<UUID> by, Instant at) {
        if (total == 0 && by.isPresent()) {
            payment = by.get().toString();
            return;
        }
        require(Status.OPEN, Status.UNCOLLECTIBLE);
        payment = by.map(UUID::toString).orElse(payment);
        settled = isCreditNote() ? 0 : total - credited;
        status = Status.PAID.word();
        paidAt = at;
    }

    /** So much of it was given back, below zero as a credit note has it. */
    public void credit(Money back, Instant at) {
        requireFinal();
        credited = Math.subtractExact(credited, back.minor());
        if (status().isOpen() && due().isZero()) {
            status = settled == 0 ? Status.VOID.word() : Status.PAID.word();
            paidAt = settled == 0 ? null : at;
        }
    }

    /** Nobody believes any more that it will be paid. */
    public void writeOff() {
        require(Status.OPEN);
        status = Status.UNCOLLECTIBLE.word();
    }

    private void require(Status... these) {
        if (!Arrays.asList(these).contains(status())) {
            throw Refusal.conflict("INVOICE_DECIDED", status().word()).asException();
        }
    }

    /** Refused: {@code INVOICE_IS_DRAFT} (409). */
    public void requireFinal() {
        if (isDraft()) {
            throw Refusal.conflict("INVOICE_IS_DRAFT").asException();
        }
    }

    private void requireDraft() {
        if (!isDraft()) {
            throw new IllegalStateException("invoice " + number + " is final");
        }
    }

    @PostLoad
    void remember() {
        sealed = isDraft() ? null : content();
    }

    /** The database is told the same by nobody, so that here is the place where a change is stopped. */
    @PreUpdate
    void staysWhatItIs() {
        if (sealed != null && !sealed.equals(content())) {
            throw new IllegalStateException("invoice " + number + " is final");
        }
    }

    @PreRemove
    void stays() {
        requireDraft();
    }

    public Invoice view(List<StoredLine> lines, Optional<String> correctsNumber) {
        return InvoiceViews.of(this, lines, correctsNumber);
    }

    public boolean isDraft() {
        return status().equals(Status.DRAFT);
    }

    /** What is still to be paid; never below zero. */
    public Money due() {
        boolean owed = !isDraft() && !isCreditNote() && status().isOpen();
        return money(owed ? Math.max(0, total - settled - credited) : 0);
    }

    /** What could still be given back by credit notes. */
    public Money creditable() {
        return money(isDraft() || isCreditNote() ? 0 : total - credited);
    }

    public Status status() {
        return Status.valueOf(status.toUpperCase(Locale.ROOT));
    }

    public Optional<UUID> payment() {
        return Optional.ofNullable(payment).map(UUID::fromString);
    }

    public Money settled() {
        return money(settled);
    }

    public Money credited() {
        return money(credited);
    }

    /** Creation, becoming final, number, due day and payment. */
    public Moments moments() {
        return new Moments(createdAt, finalAt, Optional.ofNullable(issuedAt), Optional.ofNullable(dueAt),
                Optional.ofNullable(paidAt));
    }

    /** {@code finalAt}: when a draft becomes final. */
    public record Moments(Instant createdAt, Instant finalAt, Optional<Instant> issuedAt, Optional<Instant> dueAt,
            Optional<Instant> paidAt) {
    }
}
