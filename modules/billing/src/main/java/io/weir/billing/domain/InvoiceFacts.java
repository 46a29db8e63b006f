package io.weir.billing.domain;

import io.weir.billing.api.Invoice.Kind;
import io.weir.billing.api.Invoice.Reason;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.Period;
import io.weir.platform.api.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** What stands on an invoice, and what it was made for: all that never changes once it is final. */
@MappedSuperclass
public abstract class InvoiceFacts extends TenantOwned {
    @Id
    @Column(name = "id")
    String id;
    @Column(name = "number")
    String number;
    @Column(name = "kind")
    String kind;
    @Column(name = "reason")
    String reason;
    @Column(name = "cause")
    String cause;
    @Column(name = "corrects_id")
    String corrects;
    @Column(name = "account_id")
    String account;
    @Column(name = "subscription_id")
    String subscription;
    @Column(name = "created_at")
    Instant createdAt;
    @Column(name = "issued_at")
    Instant issuedAt;
    @Column(name = "due_at")
    Instant dueAt;
    @Column(name = "period_from")
    Instant periodFrom;
    @Column(name = "period_until")
    Instant periodUntil;
    @Column(name = "net")
    long net;
    @Column(name = "tax")
    long tax;
    @Column(name = "total")
    long total;
    @Column(name = "currency")
    String currency;
    @Column(name = "seller")
    String seller;
    @Column(name = "buyer")
    String buyer;
    @Column(name = "note")
    String note;
    @Column(name = "content_hash")
    String contentHash;

    /** Everything of it, to be compared. */
    final List<Object> content() {
        return Arrays.asList(id, number, kind, reason, cause, corrects, account, subscription, createdAt, issuedAt,
                dueAt, periodFrom, periodUntil, net, tax, total, currency, seller, buyer, note, contentHash);
    }

    public boolean isCreditNote() {
        return kind.equals(Kind.CREDIT_NOTE.word());
    }

    public Money money(long minor) {
        return new Money(minor, Currency.getInstance(currency));
    }

    public UUID id() {
        return UUID.fromString(id);
    }

    public Optional<String> number() {
        return Optional.ofNullable(number);
    }

    public Kind kind() {
        return Kind.valueOf(kind.toUpperCase(Locale.ROOT));
    }

    public Reason reason() {
        return Reason.valueOf(reason.toUpperCase(Locale.ROOT));
    }

    public String cause() {
        return cause;
    }

    public Optional<UUID> corrects() {
        return Optional.ofNullable(corrects).map(UUID::fromString);
    }

    public AccountId account() {
        return AccountId.of(account);
    }

    public Optional<UUID> subscription() {
        return Optional.ofNullable(subscription).map(UUID::fromString);
    }

    public Optional<Period> period() {
        return Optional.ofNullable(periodFrom).map(from -> new Period(from, Optional.ofNullable(periodUntil)));
    }

    public Money net() {
        return money(net);
    }

    public Money tax() {
        return money(tax);
    }

    public Money total() {
        return money(total);
    }

    public Currency currency() {
        return Currency.getInstance(currency);
    }

    public Optional<SellerOnPaper> seller() {
        return Optional.ofNullable(seller).map(SellerOnPaper::read);
    }

    public Optional<BuyerOnPaper> buyer() {
        return Optional.ofNullable(buyer).map(BuyerOnPaper::read);
    }

    public Optional<String> note() {
        return Optional.ofNullable(note);
    }

    public Optional<String> contentHash() {
        return Optional.ofNullable(contentHash);
    }
}
