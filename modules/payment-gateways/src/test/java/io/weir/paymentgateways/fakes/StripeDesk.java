package io.weir.paymentgateways.fakes;

import static io.weir.paymentgateways.fakes.StripeBooks.list;
import static io.weir.paymentgateways.fakes.StripeBooks.of;
import static io.weir.paymentgateways.fakes.StripeBooks.set;

import com.google.gson.JsonObject;

/** Stripe's API, as far as it is used here: the method and the path say what is asked for. */
final class StripeDesk {
    private final StripeBooks books;
    private final StripeLedger ledger;
    private final StripeSubscriptions subscriptions;
    private final StripeInvoices invoices;
    private final StripeCheckouts checkouts;
    private final StripeOffSession offSession;
    private final String pages;
    private boolean chargesWork = true;
    private String refundStatus = "succeeded";

    StripeDesk(StripeBooks books, StripeEvents events, String pages) {
        this.books = books;
        this.pages = pages;
        this.ledger = new StripeLedger(books, events);
        this.invoices = new StripeInvoices(books, events, ledger);
        this.subscriptions = new StripeSubscriptions(books, events, invoices);
        this.checkouts = new StripeCheckouts(books, ledger, subscriptions, events);
        this.offSession = new StripeOffSession(books, ledger, events);
    }

    StripeOffSession offSession() {
        return offSession;
    }

    StripeLedger ledger() {
        return ledger;
    }

    StripeSubscriptions subscriptions() {
        return subscriptions;
    }

    StripeCheckouts checkouts() {
        return checkouts;
    }

    void chargesWork(boolean work) {
        chargesWork = work;
    }

    void refundsAre(String status) {
        refundStatus = status;
    }

    JsonObject answer(String method, String path, StripeForm form) {
        var part = path.substring("/v1/".length()).split("/");
        var id = part.length > 1 ? part[1] : "";
        return switch (method + " " + part[0]) {
            case "POST customers" -> id.isEmpty() ? ledger.customer(form.text("name"), form.text("email"),
                    form.metadata("metadata")) : ledger.updateCustomer(id, form);
            case "GET customers" -> books.get("customer", id);
            case "GET payment_methods" -> id.isEmpty() ? list("/v1/payment_methods",
                    ledger.cards(form.required("customer"))) : books.get("payment_method", id);
            case "POST payment_methods" -> ledger.detach(id);
            case "POST payment_intents" -> offSession.confirm(form);
            case "GET payment_intents" -> id.isEmpty() ? offSession.listed(form) : offSession.shown(id);
            case "POST prices" -> ledger.createPrice(form, "");
            case "GET prices" -> books.get("price", id);
            case "GET subscriptions" -> subscriptions.subscription(id);
            case "POST subscriptions" -> subscriptions.update(id, form, chargesWork);
            case "DELETE subscriptions" -> subscriptions.cancel(id);
            case "GET subscription_schedules" -> subscriptions.schedules().schedule(id);
            case "POST subscription_schedules" -> schedule(part, form);
            case "GET invoices" -> id.isEmpty() ? invoices.listed(form) : invoices.shown(id, form);
            case "GET refunds" -> books.get("refund", id);
            case "POST refunds" -> ledger.refund(form, refundStatus);
            case "GET account" -> account();
            case "POST billing_portal" -> portal(form);
            case "GET checkout" -> checkouts.shown(part[2], form);
            case "POST checkout" -> part.length == 2 ? checkouts.create(form, pages) : checkouts.expire(part[2]);
            default -> throw StripeRefusal.of(404, "invalid_request_error", "",
                    "Unrecognized request URL (" + method + ": " + path + ").");
        };
    }

    private JsonObject schedule(String[] part, StripeForm form) {
        var schedules = subscriptions.schedules();
        return switch (part.length) {
            case 1 -> schedules.create(form);
            case 2 -> schedules.update(part[1], form);
            default -> schedules.release(part[1]);
        };
    }

    private JsonObject portal(StripeForm form) {
        books.get("customer", form.required("customer"));
        var page = books.make("bps", "billing_portal.session");
        set(page, "customer", form.required("customer"), "return_url", form.text("return_url").orElse(null), "url",
                pages + "/portal/" + page.get("id").getAsString());
        return page;
    }

    private static JsonObject account() {
        return of("id", "acct_fake", "object", "account", "business_profile", of("name", "Fake Company"), "email",
                "owner@example.com", "settings", of("dashboard", of("display_name", "Fake")), "type", "standard");
    }
}
