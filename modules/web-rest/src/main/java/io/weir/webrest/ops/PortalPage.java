package io.weir.webrest.ops;

import static io.weir.webrest.ops.SandboxPage.escaped;

import io.weir.payments.api.SandboxPortals.Agreement;
import io.weir.payments.api.SandboxPortals.Card;
import io.weir.payments.api.SandboxPortals.Portal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.stream.Collectors;

/** The HTML of the sandbox's billing portal: an account's agreements, and the test cards that it may be charged by. */
@ApplicationScoped
class PortalPage {
    @Inject
    SandboxPage page;

    String of(Portal portal, String link) {
        var locale = page.locale(portal.tenantSlug());
        var agreements = portal.agreements().stream().map(one -> agreement(locale, one, link))
                .collect(Collectors.joining());
        var cards = portal.cards().stream().map(card -> card(locale, card, link)).collect(Collectors.joining());
        return page.of(locale, page.text(locale, "SANDBOX_PORTAL_TITLE", portal.tenantName()),
                "<h1>" + escaped(portal.tenantName()) + "</h1>\n" + (agreements.isEmpty()
                ? "<p class=\"what\">" + page.text(locale, "SANDBOX_PORTAL_NOTHING") + "</p>\n" : agreements)
                + "<h2>" + page.text(locale, "SANDBOX_PORTAL_CARDS") + "</h2>\n" + cards
                + portal.returnUrl().map(url -> "<p><a href=\"" + escaped(url) + "\">"
                + page.text(locale, "SANDBOX_PORTAL_BACK") + "</a></p>\n").orElse(""));
    }

    private String agreement(Locale locale, Agreement agreement, String link) {
        var status = agreement.cancelAtPeriodEnd() && !agreement.status().equals("ended") ? "ending"
                : agreement.status();
        var line = "<section>\n<p><strong>" + escaped(agreement.name()) + "</strong> "
                + escaped(agreement.price().toString()) + "</p>\n<p class=\"what\">"
                + page.text(locale, "SANDBOX_AGREEMENT_" + status.toUpperCase(Locale.ROOT),
                        agreement.paidUntil().toString().substring(0, 10), agreement.last4()) + "</p>\n";
        var verbs = switch (status) {
            case "ended" -> "";
            case "ending" -> verb(locale, link, "resume", agreement.reference());
            default -> verb(locale, link, "cancel", agreement.reference());
        };
        return line + verbs + (status.equals("ended") ? "" : verb(locale, link, "end", agreement.reference()))
                + "</section>\n";
    }

    private String card(Locale locale, Card card, String link) {
        var line = "<section>\n<p>" + page.text(locale, "CARD_" + card.name().toUpperCase(Locale.ROOT))
                + (card.usual() ? " – " + page.text(locale, "SANDBOX_PORTAL_USUAL") : "") + "</p>\n";
        return line + (card.usual() ? "" : verb(locale, link, "card", card.name()))
                + (card.kept() ? verb(locale, link, "forget", card.name()) : "") + "</section>\n";
    }

    private String verb(Locale locale, String link, String verb, String subject) {
        return "<form method=\"post\" action=\"/sandbox/portal/" + escaped(link) + "\">"
                + "<input type=\"hidden\" name=\"verb\" value=\"" + verb + "\">"
                + "<input type=\"hidden\" name=\"subject\" value=\"" + escaped(subject) + "\"><button>"
                + page.text(locale, "SANDBOX_PORTAL_" + verb.toUpperCase(Locale.ROOT)) + "</button></form>\n";
    }
}
