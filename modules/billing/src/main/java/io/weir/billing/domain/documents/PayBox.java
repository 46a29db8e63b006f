package io.weir.billing.domain.documents;

import io.weir.billing.api.InvoiceDocument;
import io.weir.billing.api.InvoiceDocument.Kind;
import io.weir.billing.api.InvoiceDocument.PayTo;
import io.weir.billing.api.InvoiceDocument.State;
import java.util.Optional;

/** Where an open invoice is paid: the page, also to be scanned, and the account for a transfer. */
record PayBox(PayTo payTo, Wording words) {
    /** Nothing where there is nothing to pay. */
    static String of(InvoiceDocument document, Wording words) {
        boolean open = document.state() == State.OPEN && document.kind() == Kind.INVOICE
                && !document.totals().due().isZero();
        return document.payTo().filter(there -> open).map(payTo -> new PayBox(payTo, words).write()).orElse("");
    }

    private String write() {
        var url = Plain.markup(payTo.url());
        return "<table class=\"pay\"><tr><td class=\"code\"><img alt=\"\" src=\"" + QrCode.of(payTo.url())
                + "\"/></td><td><p><b>" + words.say("PAY_HERE") + "</b><br/><a href=\"" + url + "\">" + url
                + "</a></p>" + transfer() + "</td></tr></table>";
    }

    private String transfer() {
        return payTo.account().map(account -> "<p><b>" + words.say("PAY_BY_TRANSFER") + "</b>"
                + fact("ACCOUNT", Optional.of(account)) + fact("BANK", payTo.bank())
                + fact("REFERENCE", payTo.reference()) + "</p>").orElse("");
    }

    private String fact(String word, Optional<String> value) {
        return value.map(text -> "<br/>" + words.say(word) + ": " + Plain.markup(text)).orElse("");
    }
}
