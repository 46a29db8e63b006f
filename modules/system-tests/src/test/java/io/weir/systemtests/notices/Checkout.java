package io.weir.systemtests.notices;

import io.weir.systemtests.harness.Api;
import io.weir.systemtests.harness.RunningWeir;
import java.net.URI;
import java.util.Map;

/** A payment that was opened at the sandbox gateway, and what the database says of it. */
record Checkout(RunningWeir weir, Api customer, String id, long orderCode, long minor, URI page) {
    /** Of a plan, which goes on until it is cancelled. */
    static Checkout ofPlan(RunningWeir weir, Api customer, String plan) {
        return of(weir, customer, customer.post("/api/payment/create", Map.of("packageId", plan, "gateway",
                "sandbox")).expect(201));
    }

    static Checkout of(RunningWeir weir, Api customer, Api.Answer opened) {
        var payment = opened.json().has("payment") ? opened.json().path("payment") : opened.json();
        var id = payment.path("id").asText();
        return new Checkout(weir, customer, id,
                weir.number("SELECT order_code FROM payments_payment WHERE id = ?", id),
                weir.number("SELECT amount FROM payments_payment WHERE id = ?", id),
                URI.create(payment.path("checkoutUrl").asText()));
    }

    /** Posts the page's form. */
    Api.Answer finish(String form) {
        return customer.with("Content-Type", "application/x-www-form-urlencoded")
                .send("POST", page.getPath(), form);
    }

    /** As the database has it: whoever asks the API so often is told to wait. */
    String status() {
        return weir.text("SELECT LOWER(status) FROM payments_payment WHERE id = ?", id);
    }

    Checkout eventually(String status) {
        Api.eventually(this::status, status::equals);
        return this;
    }

    long receipts() {
        return weir.number("SELECT COUNT(*) FROM payments_receipt WHERE payment_id = ?", id);
    }

    long invoices() {
        return weir.number("SELECT COUNT(*) FROM billing_invoice WHERE payment_id = ?", id);
    }

    /** Of any type, applied or only stored. */
    long notices() {
        return weir.number("SELECT COUNT(*) FROM payments_notice WHERE order_code = ?", orderCode);
    }

    /** Of any type, applied with that result. */
    long notices(String result) {
        return weir.number("SELECT COUNT(*) FROM payments_notice WHERE order_code = ? AND result LIKE ?", orderCode,
                result);
    }

    String agreement() {
        return "sbx_agr_" + id;
    }
}
