package io.weir.notifications.internal;

import io.weir.identity.api.PasswordResetRequested;
import io.weir.identity.api.UserProfile;
import io.weir.payments.api.Payment;
import io.weir.platform.api.Installation;
import io.weir.platform.api.Messages;
import io.weir.subscriptions.api.Subscription;
import io.weir.tenancy.api.Account;
import io.weir.tenancy.api.Tenant;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Writes mails in the reader's language; their words are the texts {@code MAIL_…}. Days are those of the tenant's
 * zone.
 */
@ApplicationScoped
public class Letters {
    private Messages messages;
    private Installation installation;

    protected Letters() {
    }

    @Inject
    public Letters(Messages messages, Installation installation) {
        this.messages = messages;
        this.installation = installation;
    }

    public Letter passwordReset(Tenant tenant, PasswordResetRequested request) {
        var language = Locale.forLanguageTag(request.locale());
        var link = installation.baseUrl() + "/portal/reset-password?token=" + encoded(request.token())
                + "&tenant=" + encoded(tenant.slug());
        return new Letter(tenant.id(), request.email(),
                messages.text(language, "MAIL_PASSWORD_RESET_SUBJECT", tenant.name()),
                messages.text(language, "MAIL_PASSWORD_RESET_BODY", request.fullName(), link, tenant.name()), true);
    }

    /** @param owner whose language it is written in; it goes to the account's own address */
    public Letter planStarted(Tenant tenant, Account account, UserProfile owner, Subscription subscription) {
        var language = Locale.forLanguageTag(owner.locale());
        var plan = subscription.plan().name();
        var body = subscription.period().until()
                .map(until -> messages.text(language, "MAIL_PLAN_STARTED_BODY", owner.fullName(), plan, tenant.name(),
                        Wording.day(messages, language, until.atZone(tenant.zone()))))
                .orElseGet(() -> messages.text(language, "MAIL_PLAN_STARTED_FOR_GOOD_BODY", owner.fullName(), plan,
                        tenant.name()));
        return new Letter(tenant.id(), account.email(),
                messages.text(language, "MAIL_PLAN_STARTED_SUBJECT", plan, tenant.name()), body, false);
    }

    public Letter paymentClosed(Tenant tenant, UserProfile payer, Payment payment) {
        var language = Locale.forLanguageTag(payer.locale());
        var reason = payment.note().filter(note -> !note.isBlank())
                .map(note -> messages.text(language, "MAIL_PAYMENT_CLOSED_REASON", note))
                .orElseGet(() -> messages.text(language, "MAIL_PAYMENT_CLOSED_NO_REASON"));
        return new Letter(tenant.id(), payer.email(),
                messages.text(language, "MAIL_PAYMENT_CLOSED_SUBJECT", payment.reference(), tenant.name()),
                messages.text(language, "MAIL_PAYMENT_CLOSED_BODY", payer.fullName(), payment.description(),
                        Wording.amount(language, payment.amount()), payment.reference(), reason, tenant.name()), false);
    }

    /** @param plan its name; @param words the gateway's, may be blank. It goes to the account's own address */
    public Letter renewalMissed(Tenant tenant, Account account, UserProfile owner, String plan, String words) {
        var language = Locale.forLanguageTag(owner.locale());
        var reason = words.isBlank() ? messages.text(language, "MAIL_PAYMENT_CLOSED_NO_REASON")
                : messages.text(language, "MAIL_PAYMENT_CLOSED_REASON", words);
        var link = installation.baseUrl() + "/portal/payment-methods?tenant=" + encoded(tenant.slug());
        return new Letter(tenant.id(), account.email(),
                messages.text(language, "MAIL_RENEWAL_MISSED_SUBJECT", plan, tenant.name()),
                messages.text(language, "MAIL_RENEWAL_MISSED_BODY", owner.fullName(), plan, reason, link,
                        tenant.name()), false);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
