package io.weir.billing.domain;

import io.weir.billing.api.Explanations.Difference;
import io.weir.billing.domain.pricing.Recompute;
import io.weir.kernel.api.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A final invoice against what its lines say it is made of, and against its hash. */
public final class InvoiceProof {
    private final StoredInvoice invoice;
    private final List<StoredLine> lines;

    public InvoiceProof(StoredInvoice invoice, List<StoredLine> lines) {
        this.invoice = invoice;
        this.lines = lines;
    }

    /** A draft has nothing to be held against. */
    public boolean isIntact() {
        return invoice.contentHash().map(InvoiceContent.of(invoice, lines).hash()::equals).orElse(true);
    }

    public List<Difference> differences() {
        var found = new ArrayList<Difference>();
        lines.forEach(line -> check(line, found));
        check("total", invoice.net() + " + " + invoice.tax() + " = " + invoice.total(), sums(), found);
        if (!isIntact()) {
            found.add(difference("content", Optional.empty(), invoice.contentHash().orElse(""),
                    InvoiceContent.of(invoice, lines).hash()));
        }
        return found;
    }

    private void check(StoredLine stored, List<Difference> found) {
        var line = stored.line();
        var computed = Recompute.amount(stored.basis());
        var kept = line.net() + " + " + line.tax() + " = " + line.gross();
        var again = computed.net() + " + " + computed.tax() + " = " + computed.gross();
        if (!kept.equals(again)) {
            found.add(difference("line", Optional.of(line.no()), kept, again));
        }
    }

    private void check(String what, String kept, String computed, List<Difference> found) {
        if (!kept.equals(computed)) {
            found.add(difference(what, Optional.empty(), kept, computed));
        }
    }

    private String sums() {
        var net = Money.zero(invoice.currency());
        var tax = net;
        var gross = net;
        for (var stored : lines) {
            var amounts = Recompute.amount(stored.basis());
            net = net.plus(amounts.net());
            tax = tax.plus(amounts.tax());
            gross = gross.plus(amounts.gross());
        }
        return net + " + " + tax + " = " + gross;
    }

    private Difference difference(String what, Optional<Integer> line, String kept, String computed) {
        return new Difference(invoice.id(), invoice.number().orElse(""), what, line, kept, computed);
    }
}
