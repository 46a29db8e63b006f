package io.weir.webportal;

import io.weir.payments.api.Payment;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.Payments;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** One payment: how to pay it, what is being waited for, or how it ended. */
@Named("payment")
@RequestScoped
public class PaymentPage {
    @Inject
    private Payments payments;
    @Inject
    private PaymentSearch search;
    @Inject
    private PaymentRows rows;
    @Inject
    private Visitor visitor;
    @Inject
    private Notices notices;
    @Inject
    private Format format;

    private Payment found;

    private Payment payment() {
        if (found == null) {
            found = search.payment();
        }
        return found;
    }

    private PaymentState state() {
        return PaymentState.of(payment());
    }

    public String cancel() {
        return notices.attempt("form", () -> {
            var id = PaymentId.of(visitor.parameter("id").orElse(""));
            payments.cancel(visitor.tenantId(), visitor.account(), id);
            return "/payment?faces-redirect=true&id=" + id;
        });
    }

    public String getId() {
        return payment().id().toString();
    }

    public PaymentRows.Row getRow() {
        return rows.row(payment());
    }

    /** What it is called for the page: {@code partly_paid}. */
    public String getState() {
        return state().name().toLowerCase(java.util.Locale.ROOT);
    }

    public String getHeadline() {
        return format.text("paymentState." + state(), getProvider());
    }

    public String getText() {
        return format.text("paymentText." + state(), getProvider());
    }

    /** Whose word is waited for. */
    public String getProvider() {
        return format.word("provider", payment().gateway());
    }

    public String getVersion() {
        return PaymentState.version(payment());
    }

    public boolean isOpen() {
        return payment().status().isOpen();
    }

    public boolean isTransfer() {
        return isOpen() && payment().checkout().instructions().isPresent();
    }

    public boolean isByHand() {
        return PaymentState.isByHand(payment());
    }

    public boolean isPartly() {
        return isOpen() && !payment().progress().received().isZero();
    }

    /** With some of the money here, a person has to end it. */
    public boolean isAbandonable() {
        return isOpen() && !isPartly() && state() != PaymentState.LOOKED_AT;
    }

    public boolean isAbandoning() {
        return isAbandonable() && visitor.parameter("giveup").isPresent();
    }

    public Payment.Instructions getInstructions() {
        return payment().checkout().instructions().orElse(null);
    }

    /** What is still to be transferred. */
    public String getRemaining() {
        return format.money(payment().remaining());
    }

    /** The same as banks take it: digits, and a point where there are decimals. */
    public String getRemainingDigits() {
        return payment().remaining().major().toPlainString();
    }

    /** A code asks for the whole amount, so none is shown once some of it came. */
    public String getQrCode() {
        return isOpen() && !isPartly() ? payment().checkout().qrCode().orElse("") : "";
    }

    /** Where to pay, or to go on paying. */
    public String getCheckoutUrl() {
        return isOpen() && state() != PaymentState.LOOKED_AT ? payment().checkout().url().orElse("") : "";
    }

    public String getWaitsUntil() {
        return payment().progress().expiresAt().filter(end -> isOpen())
                .map(end -> format.text("waitsUntil", format.time(end))).orElse("");
    }

    public String getNote() {
        return payment().note().orElse("");
    }

    /** The page where the same can be bought once more. */
    public String getShelf() {
        return switch (payment().purpose().kind()) {
            case "extension" -> "/extensions";
            case "credits" -> "/credits";
            default -> "/upgrade";
        };
    }
}
