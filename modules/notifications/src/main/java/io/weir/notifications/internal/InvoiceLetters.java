package io.weir.notifications.internal;

import io.weir.billing.api.InvoiceDocument;
import io.weir.billing.api.InvoiceDocument.Kind;
import io.weir.billing.api.InvoiceDocument.PayTo;
import io.weir.billing.api.InvoiceDocument.State;
import io.weir.identity.api.UserProfile;
import io.weir.platform.api.Installation;
import io.weir.platform.api.Messages;
import io.weir.tenancy.api.Account;
import io.weir.tenancy.api.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;

/** Writes the mails with which invoices and credit notes go out, in the language of the account's owner. */
@ApplicationScoped
public class InvoiceLetters {
    private Messages messages;
    private Installation installation;

    protected InvoiceLetters() {
    }

    @Inject
    public InvoiceLetters(Messages messages, Installation installation) {
        this.messages = messages;
        this.installation = installation;
    }

    /** To the buyer's address for invoices, else to its owner; the invoice goes along. */
    public Letter invoice(Tenant tenant, Account account, UserProfile owner, InvoiceDocument document) {
        var language = Locale.forLanguageTag(owner.locale());
        var number = document.number().orElseThrow();
        var code = document.kind() == Kind.CREDIT_NOTE ? "MAIL_CREDIT_NOTE" : "MAIL_INVOICE";
        var body = messages.text(language, code + "_BODY", document.buyer().name(), number,
                Wording.amount(language, document.totals().gross()), whatNow(language, tenant, document),
                tenant.name());
        return new Letter(tenant.id(), document.buyer().email().orElse(owner.email()),
                messages.text(language, code + "_SUBJECT", number, tenant.name()), body, false,
                Optional.of(new Enclosure(account.id().value(), document.id())));
    }

    private String whatNow(Locale language, Tenant tenant, InvoiceDocument document) {
        var portal = installation.baseUrl() + "/portal/billing?tenant=" + tenant.slug();
        boolean open = document.kind() == Kind.INVOICE && document.state() == State.OPEN
                && !document.totals().due().isZero();
        if (!open) {
            return messages.text(language, "MAIL_INVOICE_SEE", portal);
        }
        var link = document.payTo().map(PayTo::url).orElse(portal);
        var due = Wording.amount(language, document.totals().due());
        return document.dates().due().map(until -> messages.text(language, "MAIL_INVOICE_PAY_BY", due,
                        Wording.day(messages, language, until.atZone(document.zone())), link))
                .orElseGet(() -> messages.text(language, "MAIL_INVOICE_PAY", due, link));
    }
}
