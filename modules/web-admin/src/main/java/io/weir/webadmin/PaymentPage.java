package io.weir.webadmin;

import io.weir.billing.api.Invoice;
import io.weir.billing.api.Invoices;
import io.weir.kernel.api.Page;
import io.weir.payments.api.Approvals;
import io.weir.payments.api.Notices.Filter;
import io.weir.payments.api.Payment;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.PaymentProofs;
import io.weir.payments.api.Payments;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;

/** One payment and how it went. */
@Named("payment")
@RequestScoped
public class PaymentPage {
    private static final int SHOWN_NOTICES = 20;

    @Inject
    private Payments payments;
    @Inject
    private Approvals approvals;
    @Inject
    private Notices messages;
    @Inject
    private Invoices invoices;
    @Inject
    private PaymentRows rows;
    @Inject
    private OpinionRows opinions;
    @Inject
    private io.weir.payments.api.Notices inbox;
    @Inject
    private NoticeRows noticeRows;
    @Inject
    private PaymentProofs proofs;
    @Inject
    private ProofRows proofRows;
    @Inject
    private Names names;
    @Inject
    private Visitor visitor;
    @Inject
    private Format format;

    private Payment payment;
    private String note;
    private PaymentRows.Row row;
    private String invoice;
    private String invoiceId;
    private List<NoticeRows.Row> told;
    private List<ProofRows.Row> shown;

    @PostConstruct
    void find() {
        payment = payments.payment(visitor.tenantId(), PaymentId.of(visitor.parameter("id").orElse("")));
        row = rows.row(payment);
        var made = invoices.ofPayment(visitor.tenantId(), payment.id().value());
        invoice = made.flatMap(Invoice::number).orElse(Format.NOTHING);
        invoiceId = made.map(Invoice::id).map(Object::toString).orElse("");
        told = notices();
        shown = proofRows.rows(proofs.of(visitor.tenantId(), payment.id()));
    }

    /** Found by its order code, which part of another's event key may be. */
    private List<NoticeRows.Row> notices() {
        var filter = new Filter(Optional.empty(), Optional.empty(), Optional.of(getOrderCode()));
        return inbox.inbox(visitor.tenantId(), filter, new Page.Request(1, SHOWN_NOTICES)).items().stream()
                .filter(entry -> entry.payment().filter(payment.id()::equals).isPresent())
                .map(noticeRows::row).toList();
    }

    public String acknowledge() {
        return messages.attempt("acknowledge", () -> {
            approvals.acknowledge(visitor.tenantId(), payment.id(), visitor.user(), note);
            messages.done(format.text("acknowledged"));
            return "/payment?faces-redirect=true&id=" + payment.id();
        });
    }

    /** Decided, and somebody has to look at it all the same. */
    public boolean isNeedy() {
        return !isOpen() && payment.progress().attention().isPresent();
    }

    public String getLooked() {
        return note;
    }

    public void setLooked(String looked) {
        this.note = looked;
    }

    public PaymentRows.Row getRow() {
        return row;
    }

    public String getOrderCode() {
        return Long.toString(payment.orderCode());
    }

    public String getPayer() {
        return names.person(payment.payer().toString());
    }

    public String getKind() {
        return format.word("kind", payment.purpose().kind());
    }

    public String getGatewayReference() {
        return payment.gatewayReference().orElse(Format.NOTHING);
    }

    public String getCompleted() {
        return format.time(payment.completedAt());
    }

    public String getNote() {
        return payment.note().orElse(Format.NOTHING);
    }

    public String getInvoice() {
        return invoice;
    }

    public String getInvoiceId() {
        return invoiceId;
    }

    public String getReceived() {
        return format.money(payment.progress().received());
    }

    public boolean isOpen() {
        return payment.status().isOpen();
    }

    public boolean isRefunded() {
        return !payment.progress().refunded().isZero();
    }

    public String getRefundedAmount() {
        return format.money(payment.progress().refunded());
    }

    public String getExpires() {
        return format.time(payment.progress().expiresAt());
    }

    /** The period after which it is charged again; nothing for what is bought once. */
    public String getRecurring() {
        return payment.recurring().map(r -> format.text("each." + r.unit(), r.count())).orElse(Format.NOTHING);
    }

    public List<OpinionRows.Row> getOpinions() {
        return opinions.of(payment);
    }

    public List<ProofRows.Row> getProofs() {
        return shown;
    }

    /** The latest first. */
    public List<NoticeRows.Row> getNotices() {
        return told;
    }
}
