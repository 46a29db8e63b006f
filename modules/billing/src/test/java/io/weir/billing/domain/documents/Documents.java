package io.weir.billing.domain.documents;

import io.weir.billing.api.InvoiceDocument;
import java.util.Optional;

/** For tests of other packages. */
public final class Documents {
    private Documents() {
    }

    public static InvoiceDocument numbered(String number) {
        var like = Samples.in("EUR").line("Pro", "1", "49.00", Samples.NO_TAX).document();
        return new InvoiceDocument(like.id(), like.kind(), like.state(), Optional.of(number), like.corrects(),
                like.dates(), like.seller(), like.buyer(), like.lines(), like.totals(), like.notes(), like.payTo(),
                like.locale(), like.zone());
    }
}
