package io.weir.webrest.ops;

import io.weir.payments.api.SandboxCheckouts.SandboxCheckout;
import io.weir.platform.api.Messages;
import io.weir.webrest.http.Callers;
import io.weir.tenancy.api.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;

/** The HTML of the sandbox checkout: no script, every text escaped. */
@ApplicationScoped
class CheckoutPage {
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="%s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title>
            <link rel="stylesheet" href="/sandbox/checkout.css">
            </head>
            <body>
            <main>
            <p class="sandbox"><strong>SANDBOX</strong> %s</p>
            <h1>%s</h1>
            <p class="what">%s</p>
            <p class="amount">%s</p>
            <p class="order">%s</p>
            %s
            </main>
            </body>
            </html>
            """;
    private static final List<String> OUTCOMES =
            List.of("succeed", "requires_authentication", "insufficient_funds", "decline", "cancel");
    private static final List<String> AFTER_CONFIRMATION = List.of("succeed", "decline", "cancel");

    @Inject
    Messages messages;
    @Inject
    Callers callers;
    @Inject
    Tenants tenants;

    /** @param confirming the second step, after {@code requires_authentication} */
    String of(SandboxCheckout checkout, boolean confirming) {
        var locale = tenants.bySlug(checkout.tenantSlug()).map(callers::locale).orElseGet(callers::locale);
        var title = text(locale, "CHECKOUT_TITLE", checkout.tenantName());
        return PAGE.formatted(locale.getLanguage(), title, text(locale, "CHECKOUT_NOTICE"),
                escaped(checkout.tenantName()), escaped(checkout.description()), escaped(checkout.amount().toString()),
                text(locale, "CHECKOUT_ORDER", Long.toString(checkout.orderCode())),
                choices(locale, checkout, confirming));
    }

    private String choices(Locale locale, SandboxCheckout checkout, boolean confirming) {
        if (!checkout.status().isOpen()) {
            return "<p class=\"done\" role=\"status\">" + text(locale, "CHECKOUT_DONE", checkout.status().word())
                    + "</p>";
        }
        var buttons = new StringBuilder();
        (confirming ? AFTER_CONFIRMATION : OUTCOMES).forEach(outcome -> buttons.append(button(locale, outcome)));
        var asking = confirming ? "<p class=\"step\">" + text(locale, "CHECKOUT_CONFIRM") + "</p>\n" : "";
        return asking + "<form method=\"post\" action=\"/sandbox/checkout/" + checkout.payment() + "\">\n" + buttons
                + "</form>";
    }

    private String button(Locale locale, String outcome) {
        return "<button name=\"outcome\" value=\"" + outcome + "\" class=\"" + outcome + "\">"
                + text(locale, "CHECKOUT_" + outcome.toUpperCase(Locale.ROOT)) + "</button>\n";
    }

    private String text(Locale locale, String code, Object... arguments) {
        return escaped(messages.text(locale, code, arguments));
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
