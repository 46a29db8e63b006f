package io.weir.notifications.internal;

import io.weir.billing.api.DunningMoved;
import io.weir.billing.api.InvoiceDocument;
import io.weir.billing.api.InvoiceDocument.PayTo;
import io.weir.identity.api.UserProfile;
import io.weir.payments.api.Decline;
import io.weir.platform.api.Installation;
import io.weir.platform.api.Messages;
import io.weir.tenancy.api.Account;
import io.weir.tenancy.api.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Writes the mails about invoices that are to be paid, in the language of the account's owner. */
@ApplicationScoped
public class DunningLetters {
    /** Other reasons, such as a card that was reported stolen, are the bank's to tell. */
    private static final Set<String> TOLD =
            Set.of("insufficient_funds", Decline.AUTHENTICATION_REQUIRED, "expired_card", "not_sent");
    private Messages messages;
    private Installation installation;

    protected DunningLetters() {
    }

    @Inject
    public DunningLetters(Messages messages, Installation installation) {
        this.messages = messages;
        this.installation = installation;
    }

    /** To the buyer's address for invoices, else to its owner; the invoice goes along while it is to be paid. */
    public Letter of(Tenant tenant, Account account, UserProfile owner, InvoiceDocument document,
            DunningMoved moved) {
        var language = Locale.forLanguageTag(owner.locale());
        var number = document.number().orElseThrow();
        var code = "MAIL_DUNNING_" + moved.letter();
        var totals = document.totals();
        var body = messages.text(language, code + "_BODY", document.buyer().name(), number,
                Wording.amount(language, totals.due().isZero() ? totals.gross() : totals.due()),
                day(language, tenant, document.dates().due()), link(tenant, document),
                otherwise(language, tenant, moved), tenant.name(), declined(language, moved));
        return new Letter(tenant.id(), document.buyer().email().orElse(owner.email()),
                messages.text(language, code + "_SUBJECT", number, tenant.name()),
                body.replaceAll("\n{3,}", "\n\n"), false,
                Optional.of(new Enclosure(account.id().value(), document.id())).filter(its -> !totals.due().isZero()));
    }

    private String otherwise(Locale language, Tenant tenant, DunningMoved moved) {
        return moved.accessUntil() == null ? "" : messages.text(language, "MAIL_DUNNING_ACCESS_UNTIL",
                day(language, tenant, Optional.of(moved.accessUntil())));
    }

    private String declined(Locale language, DunningMoved moved) {
        if (moved.declined() == null) {
            return "";
        }
        var why = messages.text(language, "MAIL_DECLINED_" + told(moved.declined().code()).toUpperCase(Locale.ROOT));
        return moved.declined().card().map(card -> messages.text(language, "MAIL_DUNNING_CARD", card, why))
                .orElseGet(() -> messages.text(language, "MAIL_DUNNING_METHOD", why));
    }

    private static String told(String code) {
        return TOLD.contains(code) ? code : Decline.CARD_DECLINED;
    }

    private String day(Locale language, Tenant tenant, Optional<Instant> moment) {
        return moment.map(at -> Wording.day(messages, language, at.atZone(tenant.zone()))).orElse("");
    }

    private String link(Tenant tenant, InvoiceDocument document) {
        return document.payTo().map(PayTo::url)
                .orElse(installation.baseUrl() + "/portal/billing?tenant=" + tenant.slug());
    }
}
