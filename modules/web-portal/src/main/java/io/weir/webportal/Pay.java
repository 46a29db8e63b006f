package io.weir.webportal;

import io.weir.billing.api.InvoiceDocument;
import io.weir.billing.api.InvoiceDocument.State;
import io.weir.billing.api.PayLinks;
import io.weir.billing.api.PayLinks.Link;
import io.weir.kernel.api.Refusal;
import io.weir.payments.api.Payment;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;

/** One invoice for whoever has its link: what it is for, how to pay it, or that there is nothing to pay any more. */
@Named
@RequestScoped
public class Pay {
    private static final String FIELD = "form:gateway";

    @Inject
    private PayLinks links;
    @Inject
    private Visitor visitor;
    @Inject
    private Notices notices;
    @Inject
    private Format format;

    private Link link;
    private InvoiceDocument document;
    private Optional<Payment> payment;

    @PostConstruct
    void find() {
        link = visitor.payLink().orElseThrow(() -> Refusal.notFound("PAY_LINK_UNKNOWN").asException());
        document = links.document(link);
        payment = links.payment(link);
    }

    /** To the gateway's page, or back here, where a transfer's details are. */
    public String pay() {
        return notices.attempt("form", () -> {
            var opened = links.pay(link, visitor.parameter(FIELD).orElse(""));
            return Checkouts.leave(opened.checkout().url().orElse(getHere()));
        });
    }

    static String version(InvoiceDocument document, Optional<Payment> payment) {
        return document.state() + "." + document.totals().due().minor() + payment.map(known -> "." + known.orderCode()
                + "." + PaymentState.version(known)).orElse("");
    }

    public String getVersion() {
        return version(document, payment);
    }

    public String getToken() {
        return link.token();
    }

    /** Without parameters: where the page comes back to. */
    public String getHere() {
        return links.url(link.tenant(), link.invoice());
    }

    public String getNumber() {
        return document.number().orElse("");
    }

    public String getSeller() {
        return document.seller().name();
    }

    public List<String> getSellerLines() {
        return document.seller().address();
    }

    /** One that was written off is paid like any other. */
    public boolean isOpen() {
        return !document.totals().due().isZero();
    }

    public boolean isPaid() {
        return document.state() == State.PAID;
    }

    public List<Line> getLines() {
        return document.lines().stream().map(line -> new Line(line.description(), format.decimal(line.quantity()),
                format.money(line.gross()))).toList();
    }

    /** Lines are shown with their tax, so that it is a part of them. */
    public List<Sum> getTaxes() {
        return document.totals().taxes().stream().filter(sum -> !sum.tax().isZero()).map(sum -> new Sum(
                format.text("payTax", sum.rate().name().orElse(format.text("tax")),
                        format.decimal(sum.rate().percent())), format.money(sum.tax()))).toList();
    }

    public String getTotal() {
        return format.money(document.totals().gross());
    }

    public String getDue() {
        return format.money(document.totals().due());
    }

    /** Some of it was paid or given back: then what is due is not the total. */
    public boolean isPartly() {
        return isOpen() && !document.totals().due().equals(document.totals().gross());
    }

    public String getDueAt() {
        return document.dates().due().map(format::day).orElse("");
    }

    public WaysToPay getWays() {
        return WaysToPay.of(links.ways(link), visitor.parameter(FIELD), name -> format.word("gateway", name),
                name -> format.wordOrNone("wayToPay", name));
    }

    /** A payment is under way, and nobody has asked to choose again. */
    public boolean isWaiting() {
        return isOpen() && payment.isPresent() && visitor.parameter("choose").isEmpty();
    }

    public boolean isTransfer() {
        return isWaiting() && payment.flatMap(known -> known.checkout().instructions()).isPresent();
    }

    public Payment.Instructions getInstructions() {
        return payment.flatMap(known -> known.checkout().instructions()).orElse(null);
    }

    public String getRemaining() {
        return payment.map(known -> format.money(known.remaining())).orElse("");
    }

    /** The same as banks take it: digits, and a point where there are decimals. */
    public String getRemainingDigits() {
        return payment.map(known -> known.remaining().major().toPlainString()).orElse("");
    }

    /** A code asks for the whole amount, so none is shown once some of it came. */
    public String getQrCode() {
        return payment.filter(known -> known.progress().received().isZero())
                .flatMap(known -> known.checkout().qrCode()).orElse("");
    }

    public String getCheckoutUrl() {
        return payment.flatMap(known -> known.checkout().url()).orElse("");
    }

    public String getHeadline() {
        return payment.map(known -> format.text("paymentState." + PaymentState.of(known), getProvider())).orElse("");
    }

    public String getText() {
        return payment.map(known -> format.text("paymentText." + PaymentState.of(known), getProvider())).orElse("");
    }

    /** Whose word is waited for. */
    public String getProvider() {
        return payment.map(known -> format.word("provider", known.gateway())).orElse("");
    }

    public String getState() {
        return payment.map(known -> PaymentState.of(known).name().toLowerCase(java.util.Locale.ROOT)).orElse("");
    }

    /** A part of the invoice. */
    public record Line(String what, String quantity, String amount) {
    }

    /** The tax of one rate. */
    public record Sum(String what, String amount) {
    }
}
