package io.weir.webadmin;

import io.weir.kernel.api.Money;
import io.weir.kernel.api.Uuids;
import io.weir.payments.api.Decisions;
import io.weir.payments.api.Payment;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.PaymentRefunds;
import io.weir.payments.api.PaymentRefunds.Wish;
import io.weir.payments.api.Payments;
import io.weir.payments.api.Refund;
import io.weir.payments.api.Seen;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Money of a payment that went back or is to, on the payment's page, and giving more of it back. */
@Named("refunds")
@RequestScoped
public class RefundsOfPayment {
    @Inject
    private PaymentRefunds refunds;
    @Inject
    private Payments payments;
    @Inject
    private Decisions decisions;
    @Inject
    private WaitingDecisions waiting;
    @Inject
    private Names names;
    @Inject
    private Visitor visitor;
    @Inject
    private Notices notices;
    @Inject
    private Format format;

    private Payment payment;
    private List<Refund> known;
    private String amount;
    private String reason;
    private boolean byHand;

    @PostConstruct
    void find() {
        payment = payments.payment(visitor.tenantId(), PaymentId.of(visitor.parameter("id").orElse("")));
        known = refunds.of(visitor.tenantId(), payment.id());
    }

    public String refund() {
        var wanted = Optional.ofNullable(amount).flatMap(text ->
                Amounts.read(text, payment.amount().currency().getCurrencyCode()));
        if (amount != null && wanted.isEmpty()) {
            notices.wrong("refund:amount", format.text("amountForm"));
            return null;
        }
        var fields = Map.of("REFUND_TOO_MUCH", "amount", "AMOUNT_NOT_POSITIVE", "amount");
        var next = notices.attempt("refund", fields, () -> {
            var money = wanted.map(major -> Money.ofMajor(major, payment.amount().currency()));
            var given = refunds.refund(visitor.tenantId(), payment.id(),
                    new Wish(money, reason, byHand || isTransfer(), visitor.user(), visitor.parameter("seen")));
            given.refund().ifPresent(refund -> notices.done(format.text("refunded." + refund.status(),
                    format.money(refund.amount()), refund.words().orElse(""))));
            given.waiting().ifPresent(waits -> notices.done(format.text("decisionWaits",
                    format.money(waits.amount()))));
            return again();
        });
        if (next == null) {
            find();
        }
        return next;
    }

    public String giveUp() {
        return notices.attempt("given-up", () -> {
            refunds.giveUp(visitor.tenantId(), Uuids.parse(visitor.parameter("refund").orElse("")),
                    visitor.parameter("why").orElse(""));
            notices.done(format.text("refundGivenUp"));
            return again();
        });
    }

    public String askNow() {
        return notices.attempt("given-up", () -> {
            var refund = refunds.askNow(visitor.tenantId(), Uuids.parse(visitor.parameter("refund").orElse("")));
            notices.done(format.text("askedRefund", format.text("refund." + refund.status())));
            return again();
        });
    }

    private String again() {
        return "/payment?faces-redirect=true&id=" + payment.id();
    }

    public List<Row> getList() {
        return known.stream().map(this::row).toList();
    }

    private Row row(Refund refund) {
        return new Row(refund.id().toString(), format.time(refund.askedAt()), format.money(refund.amount()),
                refund.status().word(), format.text("refund." + refund.status()), refund.reason(),
                refund.askedBy().map(user -> names.person(user.toString())).orElse(format.text("atTheProvider")),
                refund.byHand(), refund.words().orElse(""), refund.status().isOpen(),
                refund.status() == Refund.Status.PENDING);
    }

    /** What the form says to have seen, so that it counts once. */
    public String getSeen() {
        return Seen.of(payment, known.size());
    }

    /** What of it waits for a second person. */
    public List<WaitingDecisions.Row> getWaiting() {
        return decisions.waiting(visitor.tenantId(), payment.account()).stream()
                .filter(decision -> decision.about().payment().filter(payment.id()::equals).isPresent())
                .map(waiting::row).toList();
    }

    /** What is neither back nor on its way. */
    static Money left(Payment payment, List<Refund> refunds) {
        return refunds.stream().filter(refund -> refund.status().isOpen()).map(Refund::amount)
                .reduce(payment.refundable(), Money::minus);
    }

    /** A transfer to a bank account goes back by a transfer, which is somebody's here to make. */
    public boolean isTransfer() {
        return payment.checkout().instructions().isPresent();
    }

    public boolean isPossible() {
        return left(payment, known).minor() > 0;
    }

    public String getLeft() {
        return format.money(left(payment, known));
    }

    public String getCurrency() {
        return payment.amount().currency().getCurrencyCode();
    }

    public String getAmount() {
        return amount;
    }

    public void setAmount(String amount) {
        this.amount = amount;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public boolean isByHand() {
        return byHand;
    }

    public void setByHand(boolean byHand) {
        this.byHand = byHand;
    }

    /** A refund; {@code words}: what its gateway said; {@code open}: not decided; {@code pending}: taken by it. */
    public record Row(String id, String at, String amount, String status, String statusText, String reason, String who,
                      boolean byHand, String words, boolean open, boolean pending) {
    }
}
