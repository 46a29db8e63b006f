package io.weir.billing.domain;

import io.weir.billing.domain.pricing.Basis;
import io.weir.billing.domain.pricing.ContentHash;
import io.weir.kernel.api.Period;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the hash of a final invoice is of. A member that is added must be absent of older ones: hashes stay. */
record InvoiceContent(String id, String number, String kind, String reason, String account, Optional<String> corrects,
        Optional<Instant> issuedAt, Optional<Instant> dueAt, Optional<Period> period, String currency, long net,
        long tax, long total, Optional<SellerOnPaper> seller, Optional<BuyerOnPaper> buyer, Optional<String> note,
        List<Part> lines) {
    static InvoiceContent of(InvoiceFacts facts, List<StoredLine> lines) {
        return new InvoiceContent(facts.id, facts.number, facts.kind, facts.reason, facts.account,
                Optional.ofNullable(facts.corrects), Optional.ofNullable(facts.issuedAt),
                Optional.ofNullable(facts.dueAt), facts.period(), facts.currency, facts.net, facts.tax, facts.total,
                facts.seller(), facts.buyer(), facts.note(),
                lines.stream().sorted(Comparator.comparing(StoredLine::no)).map(Part::of).toList());
    }

    String hash() {
        return ContentHash.of(this).value();
    }

    /** A line. */
    record Part(int no, String kind, String words, BigDecimal quantity, BigDecimal unitPrice, long net, long tax,
            long gross, Optional<Period> period, Basis basis) {
        static Part of(StoredLine stored) {
            var line = stored.line();
            return new Part(line.no(), line.kind().word(), line.words(), line.quantity(), line.unitPrice(),
                    line.net().minor(), line.tax().minor(), line.gross().minor(), line.period(), line.basis());
        }
    }
}
