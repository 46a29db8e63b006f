package io.weir.webportal;

import io.weir.payments.api.Payment;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.Payments;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** One payment: how to pay it, or how it ended. */
@Named("payment")
@RequestScoped
public class PaymentPage {
    @Inject
    private Payments payments;
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
            found = payments.ofAccount(visitor.tenantId(), visitor.account(), PaymentId.of(getId()));
        }
        return found;
    }

    public String cancel() {
        return notices.attempt("form", () -> {
            payments.cancel(visitor.tenantId(), visitor.account(), PaymentId.of(getId()));
            return "/billing?faces-redirect=true";
        });
    }

    public String getWhat() {
        return payment().description();
    }

    public String getAmount() {
        return format.money(payment().amount());
    }

    public String getStatus() {
        return payment().status().word();
    }

    public String getStatusText() {
        return format.text("payment." + getStatus());
    }

    public boolean isOpen() {
        return payment().status().isOpen();
    }

    public boolean isTransfer() {
        return isOpen() && payment().checkout().instructions().isPresent();
    }

    public Payment.Instructions getInstructions() {
        return payment().checkout().instructions().orElse(null);
    }

    public String getQrCode() {
        return payment().checkout().qrCode().orElse("");
    }

    public String getCheckoutUrl() {
        return payment().checkout().url().orElse("");
    }

    public String getNote() {
        return payment().note().orElse("");
    }

    public String getInvoice() {
        return rows.invoiceNumber(payment());
    }

    /**
     * From the address, and from a hidden field when the form comes back: a bean that lives for one request has no
     * other memory.
     */
    public String getId() {
        return visitor.parameter("id").orElse("");
    }
}
