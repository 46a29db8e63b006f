package io.weir.webrest.ops;

import static io.weir.webrest.ops.SandboxPage.escaped;

import io.weir.payments.api.SandboxCheckouts.SandboxCheckout;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The HTML of the sandbox checkout: a card to choose by name, since no number is taken, and for whoever wants to see
 * what goes wrong elsewhere, how the payment is told.
 */
@ApplicationScoped
class CheckoutPage {
    private static final List<String> CARDS =
            List.of("succeed", "requires_authentication", "insufficient_funds", "decline", "fails_on_renewal");
    private static final List<String> AFTER_CONFIRMATION = List.of("succeed", "decline", "cancel");
    private static final List<String> FLAGS = List.of("reorder", "lost", "bad_signature");
    private static final List<String> REFUNDS = List.of("completed", "pending", "refused", "failing");

    @Inject
    SandboxPage page;

    /** @param confirming the second step, after {@code requires_authentication} */
    String of(SandboxCheckout checkout, boolean confirming) {
        var locale = page.locale(checkout.tenantSlug());
        var head = """
                <h1>%s</h1>
                <p class="what">%s</p>
                <p class="amount">%s</p>
                <p class="order">%s</p>
                """.formatted(escaped(checkout.tenantName()), escaped(checkout.description()),
                escaped(checkout.amount().toString()),
                page.text(locale, "CHECKOUT_ORDER", Long.toString(checkout.orderCode())));
        return page.of(locale, page.text(locale, "CHECKOUT_TITLE", checkout.tenantName()),
                head + choices(locale, checkout, confirming));
    }

    private String choices(Locale locale, SandboxCheckout checkout, boolean confirming) {
        if (!checkout.status().isOpen()) {
            return "<p class=\"done\" role=\"status\">"
                    + page.text(locale, "CHECKOUT_DONE", checkout.status().word()) + "</p>";
        }
        return confirming ? "<p class=\"step\">" + page.text(locale, "CHECKOUT_CONFIRM") + "</p>\n"
                + form(checkout, each(AFTER_CONFIRMATION, outcome -> button(locale, outcome)))
                : form(checkout, cards(locale) + script(locale, checkout) + "<button class=\"succeed\">"
                        + page.text(locale, "CHECKOUT_PAY") + "</button>\n")
                + form(checkout, button(locale, "cancel"));
    }

    private static String form(SandboxCheckout checkout, String inside) {
        return "<form method=\"post\" action=\"/sandbox/checkout/" + checkout.payment() + "\">\n" + inside
                + "</form>\n";
    }

    private String cards(Locale locale) {
        return "<fieldset class=\"cards\">\n<legend>" + page.text(locale, "CHECKOUT_CARD") + "</legend>\n"
                + each(CARDS, card -> "<label><input type=\"radio\" name=\"outcome\" value=\"" + card + "\""
                + (card.equals("succeed") ? " checked" : "") + "> " + page.text(locale, "CARD_" + upper(card))
                + "</label>\n") + "</fieldset>\n";
    }

    /** A box that is not ticked is sent by nobody: the hidden field after it says so. */
    private String script(Locale locale, SandboxCheckout checkout) {
        var flags = each(FLAGS, flag -> "<label><input type=\"checkbox\" name=\"" + flag + "\" value=\"on\""
                + (checkout.script().getOrDefault(flag, "off").equals("on") ? " checked" : "") + "> "
                + label(locale, flag) + "</label><input type=\"hidden\" name=\"" + flag + "\" value=\"off\">\n");
        var chosen = checkout.script().getOrDefault("refunds", "completed");
        var refunds = each(REFUNDS, course -> "<option value=\"" + course + "\""
                + (course.equals(chosen) ? " selected" : "") + ">" + page.text(locale, "REFUNDS_" + upper(course))
                + "</option>");
        return "<details>\n<summary>" + page.text(locale, "SCRIPT_TITLE") + "</summary>\n"
                + number(locale, checkout, "delay", "min=\"0\" max=\"86400\"")
                + number(locale, checkout, "duplicates", "min=\"0\" max=\"10\"")
                + number(locale, checkout, "amount_off", "step=\"1\"") + flags
                + "<label class=\"line\">" + label(locale, "refunds") + " <select name=\"refunds\">" + refunds
                + "</select></label>\n</details>\n";
    }

    private String number(Locale locale, SandboxCheckout checkout, String name, String bounds) {
        return "<label class=\"line\">" + label(locale, name) + " <input type=\"number\" name=\"" + name + "\" "
                + bounds + " value=\"" + escaped(checkout.script().getOrDefault(name, "0")) + "\"></label>\n";
    }

    private String label(Locale locale, String member) {
        return page.text(locale, "SCRIPT_" + upper(member));
    }

    private String button(Locale locale, String outcome) {
        return "<button name=\"outcome\" value=\"" + outcome + "\" class=\"" + outcome + "\">"
                + page.text(locale, "CHECKOUT_" + upper(outcome)) + "</button>\n";
    }

    private static String upper(String word) {
        return word.toUpperCase(Locale.ROOT);
    }

    private static String each(List<String> words, UnaryOperator<String> html) {
        return words.stream().map(html).collect(Collectors.joining());
    }
}
