package io.weir.billing.domain;

import io.weir.billing.domain.pricing.Basis;
import io.weir.billing.domain.pricing.Line;
import io.weir.billing.domain.pricing.LineKind;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.Period;
import io.weir.platform.api.Ids;
import io.weir.platform.api.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.PreRemove;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** A part of an invoice, in the invoice's currency, with all that its amounts were made of. Never changes. */
@Entity(name = "StoredLine")
@Table(name = "billing_invoice_line")
public class StoredLine extends TenantOwned {
    @Id
    @Column(name = "id")
    private String id;
    /** An association, so that the ORM inserts the invoice first. */
    @ManyToOne(optional = false)
    @JoinColumn(name = "invoice_id")
    private StoredInvoice invoice;
    @Column(name = "line_no")
    private int lineNo;
    @Column(name = "kind")
    private String kind;
    @Column(name = "description")
    private String description;
    @Column(name = "quantity")
    private BigDecimal quantity;
    @Column(name = "unit_price")
    private BigDecimal unitPrice;
    @Column(name = "amount")
    private long amount;
    @Column(name = "net")
    private long net;
    @Column(name = "tax")
    private long tax;
    @Column(name = "gross")
    private long gross;
    @Column(name = "period_from")
    private Instant periodFrom;
    @Column(name = "period_until")
    private Instant periodUntil;
    @Column(name = "basis")
    private String basis;

    protected StoredLine() {
    }

    private StoredLine(StoredInvoice invoice, Line line) {
        this.id = Ids.next().toString();
        this.invoice = invoice;
        this.lineNo = line.no();
        this.kind = line.kind().word();
        this.description = line.words();
        this.quantity = line.quantity();
        this.unitPrice = line.unitPrice();
        this.amount = line.amount().minor();
        this.net = line.net().minor();
        this.tax = line.tax().minor();
        this.gross = line.gross().minor();
        this.periodFrom = line.period().map(Period::from).orElse(null);
        this.periodUntil = line.period().flatMap(Period::until).orElse(null);
        this.basis = line.basis().json();
    }

    public static List<StoredLine> of(StoredInvoice invoice, List<Line> lines) {
        return lines.stream().map(line -> new StoredLine(invoice, line)).toList();
    }

    @PreUpdate
    void neverChanges() {
        throw new IllegalStateException("a line of invoice " + invoice.id() + " is replaced, not changed");
    }

    @PreRemove
    void stays() {
        if (!invoice.isDraft()) {
            throw new IllegalStateException("invoice " + invoice.number().orElse("") + " is final");
        }
    }

    /** As it was computed. */
    public Line line() {
        return new Line(lineNo, kind(), description, plain(quantity), plain(unitPrice), invoice.money(net),
                invoice.money(tax), invoice.money(gross), period(), basis());
    }

    /** As it was before a column gave it zeros. */
    private static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    public UUID id() {
        return UUID.fromString(id);
    }

    public UUID invoiceId() {
        return invoice.id();
    }

    public int no() {
        return lineNo;
    }

    public LineKind kind() {
        return LineKind.valueOf(kind.toUpperCase(Locale.ROOT));
    }

    public Optional<Period> period() {
        return Optional.ofNullable(periodFrom).map(from -> new Period(from, Optional.ofNullable(periodUntil)));
    }

    public Basis basis() {
        return Basis.read(basis);
    }

    public Money gross() {
        return invoice.money(gross);
    }
}
