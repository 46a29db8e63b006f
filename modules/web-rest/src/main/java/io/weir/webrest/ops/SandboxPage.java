package io.weir.webrest.ops;

import io.weir.platform.api.Messages;
import io.weir.tenancy.api.Tenants;
import io.weir.webrest.http.Callers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;

/** The frame of the sandbox gateway's pages, and their words: no script, every text escaped. */
@ApplicationScoped
class SandboxPage {
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
            %s
            </main>
            </body>
            </html>
            """;

    @Inject
    Messages messages;
    @Inject
    Callers callers;
    @Inject
    Tenants tenants;

    /** @param title escaped; @param main HTML */
    String of(Locale locale, String title, String main) {
        return PAGE.formatted(locale.getLanguage(), title, text(locale, "CHECKOUT_NOTICE"), main);
    }

    Locale locale(String tenant) {
        return tenants.bySlug(tenant).map(callers::locale).orElseGet(callers::locale);
    }

    /** Escaped. */
    String text(Locale locale, String code, Object... arguments) {
        return escaped(messages.text(locale, code, arguments));
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
