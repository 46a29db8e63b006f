package io.weir.billing.domain.documents;

import io.weir.billing.api.InvoiceDocument;
import io.weir.billing.api.InvoiceDocument.Dates;
import io.weir.billing.api.InvoiceDocument.Kind;
import io.weir.billing.api.InvoiceDocument.Line;
import io.weir.billing.api.InvoiceDocument.LineKind;
import io.weir.billing.api.InvoiceDocument.Party;
import io.weir.billing.api.InvoiceDocument.PayTo;
import io.weir.billing.api.InvoiceDocument.State;
import io.weir.billing.api.InvoiceDocument.TaxRate;
import io.weir.billing.api.InvoiceDocument.TaxTotal;
import io.weir.billing.api.InvoiceDocument.Totals;
import io.weir.kernel.api.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Documents as they are made: a seller, a buyer, and lines that are added one by one. */
final class Samples {
    static final TaxRate NO_TAX = new TaxRate(BigDecimal.ZERO, Optional.empty(), false);
    static final TaxRate GERMAN = new TaxRate(new BigDecimal("19"), Optional.of("USt"), false);
    static final TaxRate REDUCED = new TaxRate(new BigDecimal("7.000"), Optional.of("USt"), false);
    static final TaxRate VIETNAMESE = new TaxRate(new BigDecimal("8"), Optional.of("GTGT"), false);
    static final TaxRate REVERSED = new TaxRate(BigDecimal.ZERO, Optional.of("VAT"), true);
    private static final Instant ISSUED = Instant.parse("2026-03-31T18:30:00Z");

    private final List<Line> lines = new ArrayList<>();
    private final Currency currency;
    private Kind kind = Kind.INVOICE;
    private State state = State.OPEN;
    private Locale locale = Locale.ENGLISH;
    private Party seller = party("Weir Metering GmbH", "DE", "DE123456789");
    private Party buyer = party("Muster & Söhne <AG>", "AT", "ATU12345678");
    private List<String> notes = List.of();

    private Samples(String currency) {
        this.currency = Currency.getInstance(currency);
    }

    static Samples in(String currency) {
        return new Samples(currency);
    }

    static Party party(String name, String country, String vatId) {
        return new Party(name, List.of("1 Weir Lane", "Mill House", "10115 Town", "North"), Optional.of(country),
                Optional.ofNullable(vatId), Optional.of("HRB 4711"), Optional.of("books@example.com"),
                Optional.of("+49 30 1234"), Optional.of("https://weir.example"), Optional.empty());
    }

    Samples seller(Party other) {
        seller = other;
        return this;
    }

    Samples buyer(Party other) {
        buyer = other;
        return this;
    }

    Samples credit() {
        kind = Kind.CREDIT_NOTE;
        return this;
    }

    Samples state(State other) {
        state = other;
        return this;
    }

    Samples in(Locale language) {
        locale = language;
        return this;
    }

    Samples notes(String... texts) {
        notes = List.of(texts);
        return this;
    }

    /** With quantity × unit price as its net amount. */
    Samples line(String description, String quantity, String unitPrice, TaxRate rate) {
        var net = new BigDecimal(quantity).multiply(new BigDecimal(unitPrice));
        return line(description, quantity, unitPrice, rounded(net), rate);
    }

    Samples line(String description, String quantity, String unitPrice, Money net, TaxRate rate) {
        var tax = rounded(net.major().multiply(rate.percent()).movePointLeft(2));
        lines.add(new Line(new UUID(7, lines.size()), lines.size() + 1, LineKind.PLAN, description,
                new BigDecimal(quantity), Optional.of("calls"), new BigDecimal(unitPrice), net, rate, tax,
                net.plus(tax)));
        return this;
    }

    Money money(String major) {
        return rounded(new BigDecimal(major));
    }

    private Money rounded(BigDecimal major) {
        return Money.ofMajor(major.setScale(Math.max(0, currency.getDefaultFractionDigits()), RoundingMode.HALF_UP),
                currency);
    }

    InvoiceDocument document() {
        boolean draft = state == State.DRAFT;
        boolean credit = kind == Kind.CREDIT_NOTE;
        var dates = new Dates(draft ? Optional.empty() : Optional.of(ISSUED),
                draft || credit ? Optional.empty() : Optional.of(Instant.parse("2026-04-14T18:30:00Z")),
                state == State.PAID ? Optional.of(ISSUED) : Optional.empty(),
                Optional.of(Instant.parse("2026-02-28T17:00:00Z")), Optional.of(Instant.parse("2026-03-31T17:00:00Z")));
        return new InvoiceDocument(new UUID(1, 2), kind, state,
                draft ? Optional.empty() : Optional.of(credit ? "IQX-CN-2026-000002" : "IQX-2026-000017"),
                credit ? Optional.of("IQX-2026-000017") : Optional.empty(), dates, seller, buyer, lines, totals(),
                notes, payTo(), locale, ZoneId.of("Asia/Ho_Chi_Minh"));
    }

    private Totals totals() {
        var zero = Money.zero(currency);
        var net = lines.stream().map(Line::net).reduce(zero, Money::plus);
        var tax = lines.stream().map(Line::tax).reduce(zero, Money::plus);
        var gross = net.plus(tax);
        var taxes = new LinkedHashMap<TaxRate, TaxTotal>();
        lines.forEach(line -> taxes.merge(line.rate(), new TaxTotal(line.rate(), line.net(), line.tax()),
                (a, b) -> new TaxTotal(a.rate(), a.net().plus(b.net()), a.tax().plus(b.tax()))));
        var paid = state == State.PAID ? gross : zero;
        return new Totals(net, tax, gross, paid, gross.minus(paid), List.copyOf(taxes.values()));
    }

    private Optional<PayTo> payTo() {
        return kind == Kind.INVOICE ? Optional.of(new PayTo("https://weir.example/portal/invoice?id=" + new UUID(1, 2),
                Optional.of("DE02120300000000202051"), Optional.of("Beispielbank"), Optional.of("W17")))
                : Optional.empty();
    }
}
