package io.weir.billing.app;

import io.weir.billing.api.Explanations;
import io.weir.billing.domain.InvoiceBook;
import io.weir.billing.domain.InvoiceProof;
import io.weir.billing.domain.StoredInvoice;
import io.weir.billing.domain.StoredLine;
import io.weir.billing.domain.pricing.How;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.metering.api.MeterKey;
import io.weir.platform.api.TenantScoped;
import io.weir.subscriptions.api.PricedPeriods;
import io.weir.subscriptions.api.PricedPeriods.Priced;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads what lines keep, and what metering says of the usage behind them. */
@ApplicationScoped
@Transactional
@TenantScoped
public class ProvenInvoices implements Explanations {
    private static final int PAGE = 200;
    private InvoiceBook book;
    private PricedPeriods periods;
    private LineReasons reasons;

    protected ProvenInvoices() {
    }

    @Inject
    public ProvenInvoices(InvoiceBook book, PricedPeriods periods, LineReasons reasons) {
        this.book = book;
        this.periods = periods;
        this.reasons = reasons;
    }

    @Override
    public Explanation explain(TenantId tenant, Optional<AccountId> account, UUID id) {
        var invoice = book.find(id).filter(found -> account.map(found.account()::equals).orElse(true))
                .orElseThrow(() -> Refusal.notFound("INVOICE_NOT_FOUND").asException());
        var lines = book.lines(id);
        var corrected = invoice.corrects().flatMap(book::find).flatMap(StoredInvoice::number);
        var proof = new InvoiceProof(invoice, lines);
        return new Explanation(invoice.view(lines, corrected), invoice.contentHash(), proof.isIntact(),
                lines.stream().map(line -> explain(tenant, invoice, line)).toList());
    }

    private Line explain(TenantId tenant, StoredInvoice invoice, StoredLine stored) {
        return reasons.of(tenant, invoice.account(), stored.line(), period(tenant, invoice));
    }

    private Optional<Priced> period(TenantId tenant, StoredInvoice invoice) {
        return Optional.of(invoice.cause()).filter(cause -> cause.startsWith(DueBilling.USAGE))
                .map(cause -> UUID.fromString(cause.substring(DueBilling.USAGE.length())))
                .flatMap(period -> periods.find(tenant, period));
    }

    @Override
    public Recomputed recompute(TenantId tenant, Instant from, Instant until) {
        var differences = new ArrayList<Difference>();
        long invoices = 0;
        long lines = 0;
        var after = new UUID(0, 0);
        List<StoredInvoice> page;
        do {
            page = book.issued(from, until, after.toString(), PAGE);
            for (var invoice : page) {
                var kept = book.lines(invoice.id());
                differences.addAll(new InvoiceProof(invoice, kept).differences());
                differences.addAll(metered(tenant, invoice, kept));
                lines += kept.size();
            }
            invoices += page.size();
            after = page.isEmpty() ? after : page.get(page.size() - 1).id();
        } while (page.size() >= PAGE);
        return new Recomputed(invoices, lines, differences);
    }

    /** What was used of the period by metering, against what was billed. */
    private List<Difference> metered(TenantId tenant, StoredInvoice invoice, List<StoredLine> lines) {
        var found = new ArrayList<Difference>();
        for (var line : lines) {
            if (line.basis().how() instanceof How.Usage usage) {
                long now = reasons.holdings(tenant, period(tenant, invoice), new MeterKey(usage.meter())).stream()
                        .mapToLong(UsageBills::usedOf).sum();
                if (now != usage.units().used()) {
                    found.add(new Difference(invoice.id(), invoice.number().orElse(""), "metering",
                            Optional.of(line.no()), String.valueOf(usage.units().used()), String.valueOf(now)));
                }
            }
        }
        return found;
    }
}
