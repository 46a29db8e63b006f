package io.weir.payments.domain;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.UserId;
import io.weir.payments.api.Payment;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.PaymentStatus;
import io.weir.payments.api.Payments;
import io.weir.payments.api.Recurring;
import io.weir.platform.api.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;

/**
 * A payment's life: born pending when it is requested, processing once a gateway has it in hand, then decided exactly
 * once – completed, failed (a gateway's or an approver's no) or cancelled (given up). What is decided refuses every
 * verb. Rows are inserted by the store, which draws order code and reference until they are free.
 */
@Entity(name = "Payment")
@Table(name = "payments_payment")
public class PaymentEntity extends TenantOwned {
    @Id
    @Column(name = "id")
    private String id;
    @Column(name = "order_code")
    private long orderCode;
    @Column(name = "account_id")
    private String accountId;
    @Column(name = "payer_user_id")
    private String payerUserId;
    @Column(name = "amount")
    private long amount;
    @Column(name = "currency")
    private String currency;
    @Column(name = "description")
    private String description;
    @Enumerated(EnumType.STRING)
    @Column(name = "status")
    private PaymentStatus status = PaymentStatus.PENDING;
    @Column(name = "purpose_kind")
    private String purposeKind;
    @Column(name = "purpose_item")
    private String purposeItem;
    @Column(name = "gateway")
    private String gateway;
    @Column(name = "reference")
    private String reference;
    /** The reference while open, nothing afterwards: so a unique key over it is about open payments only. */
    @Column(name = "open_reference")
    private String openReference;
    /** A {@link StoredCheckout} as JSON. */
    @Column(name = "checkout")
    private String checkout;
    @Column(name = "return_url")
    private String returnUrl;
    @Column(name = "cancel_url")
    private String cancelUrl;
    @Column(name = "gateway_reference")
    private String gatewayReference;
    @Column(name = "note")
    private String note;
    @Column(name = "created_at")
    private Instant createdAt;
    @Column(name = "completed_at")
    private Instant completedAt;
    /** Minor units of the payment's currency; more than the amount when somebody paid too much. */
    @Column(name = "received_minor")
    private long received;
    @Column(name = "refunded_minor")
    private long refunded;
    @Column(name = "attention")
    private String attention;
    @Column(name = "expires_at")
    private Instant expiresAt;
    @Column(name = "opened_at")
    private Instant openedAt;
    @Column(name = "next_check_at")
    private Instant nextCheckAt;
    @Column(name = "checks")
    private int checks;
    @Column(name = "recurring_product")
    private String recurringProduct;
    @Enumerated(EnumType.STRING)
    @Column(name = "recurring_unit")
    private Recurring.Unit recurringUnit;
    @Column(name = "recurring_count")
    private Integer recurringCount;
    @Column(name = "keeps_method")
    private boolean keepsMethod;
    @Version
    @Column(name = "version")
    private long version;

    protected PaymentEntity() {
    }

    /** The gateway has opened a checkout; a manual one leaves the payment pending until a person decides. */
    public void offer(Payment.Checkout opened, Optional<Instant> until, Instant at) {
        requireOpen();
        checkout = StoredCheckout.of(opened).toJson();
        expiresAt = until.orElse(null);
        openedAt = at;
    }

    /** It will be asked about at its gateway then; {@code null} is never. */
    public void checkAt(Instant next) {
        nextCheckAt = next;
    }

    /** It was asked about, and will be again. */
    public void checked(Instant next) {
        checks++;
        nextCheckAt = next;
    }

    /** Money came. It does not decide: too little leaves the payment open, and the rest may follow. */
    public void receive(Money money) {
        requireOpen();
        received = money(received).plus(money).minor();
        attention = isCovered() ? null : attention;
        if (status == PaymentStatus.PENDING && !isCovered()) {
            status = PaymentStatus.PROCESSING;
        }
    }

    public boolean isCovered() {
        return received >= amount;
    }

    /** What came beyond what was asked for. */
    public Money surplus() {
        return new Money(Math.max(0, received - amount), amount().currency());
    }

    /** Its provider has the money under way, however long that takes: no expiry counts any more. */
    public void isUnderWay() {
        expiresAt = null;
    }

    /** Something does not fit, and a person has to look. */
    public void needsPerson(String why) {
        attention = why;
    }

    /** A person has looked at a decided payment. @return why that was needed */
    public String acknowledge() {
        if (status.isOpen() || attention == null) {
            throw Refusal.conflict(status.isOpen() ? "PAYMENT_OPEN" : "PAYMENT_NEEDS_NOBODY").asException();
        }
        var why = attention;
        attention = null;
        return why;
    }

    /** Money went back; when all has, the payment is refunded. */
    public void refund(Money back) {
        if (status != PaymentStatus.COMPLETED || back.compareTo(amount().minus(money(refunded))) > 0) {
            throw Refusal.conflict("REFUND_TOO_MUCH").asException();
        }
        refunded = money(refunded).plus(back).minor();
        if (refunded == amount) {
            status = PaymentStatus.REFUNDED;
        }
    }

    /** The payer is at it, or the gateway is. */
    public void process() {
        if (status != PaymentStatus.PENDING) {
            throw decided();
        }
        status = PaymentStatus.PROCESSING;
    }

    /** The money is there. */
    public void complete(Optional<String> reference, Optional<String> words, Instant at) {
        decide(PaymentStatus.COMPLETED, words);
        gatewayReference = reference.orElse(null);
        completedAt = at;
        received = Math.max(received, amount);
    }

    /** The gateway says that no money will come. */
    public void fail(Optional<String> words) {
        decide(PaymentStatus.FAILED, words);
    }

    /** The payer gives it up, here or at the gateway. */
    public void cancel(Optional<String> words) {
        decide(PaymentStatus.CANCELLED, words);
    }

    /** An approver says no. Ends as failed: the payer did not give it up. */
    public void reject(Optional<String> words) {
        decide(PaymentStatus.FAILED, words);
    }

    /** Refuses a payment that is decided, before anything is done about it. */
    public void requireOpen() {
        if (!status.isOpen()) {
            throw decided();
        }
    }

    public Payment toPayment() {
        return new Payment(PaymentId.of(id), orderCode, AccountId.of(accountId), UserId.of(payerUserId), amount(),
                description, status, new Payment.Purpose(purposeKind, purposeItem), gateway, reference,
                StoredCheckout.fromJson(checkout).toCheckout(reference, amount()),
                Optional.ofNullable(gatewayReference), Optional.ofNullable(note), createdAt,
                Optional.ofNullable(completedAt),
                Optional.ofNullable(recurringProduct).map(of -> new Recurring(of, recurringUnit, recurringCount)),
                new Payment.Progress(money(received), money(refunded), Optional.ofNullable(attention),
                        Optional.ofNullable(expiresAt)));
    }

    public Money amount() {
        return money(amount);
    }

    private Money money(long minor) {
        return new Money(minor, Currency.getInstance(currency));
    }

    public PaymentId id() {
        return PaymentId.of(id);
    }

    public PaymentStatus status() {
        return status;
    }

    public String gateway() {
        return gateway;
    }

    /** Whether its gateway was ever heard to have it: a crash may come between the row and the answer. */
    public boolean isOpened() {
        return openedAt != null;
    }

    public boolean keepsMethod() {
        return keepsMethod;
    }

    public boolean isExpired(Instant now) {
        return expiresAt != null && !now.isBefore(expiresAt);
    }

    public boolean hasMoney() {
        return received > 0;
    }

    public int checks() {
        return checks;
    }

    public Optional<Instant> nextCheckAt() {
        return Optional.ofNullable(nextCheckAt);
    }

    public boolean needsPerson() {
        return attention != null;
    }

    public boolean isPaidBy(UserId user) {
        return payerUserId.equals(user.toString());
    }

    public boolean isOf(AccountId account) {
        return accountId.equals(account.toString());
    }

    public Payments.Return returns() {
        return new Payments.Return(Optional.ofNullable(returnUrl), Optional.ofNullable(cancelUrl));
    }

    private void decide(PaymentStatus end, Optional<String> words) {
        requireOpen();
        status = end;
        openReference = null;
        nextCheckAt = null;
        attention = null;
        note = words.orElse(note);
    }

    private RuntimeException decided() {
        return Refusal.conflict("PAYMENT_DECIDED", orderCode).with("paymentStatus", status.word()).asException();
    }
}
