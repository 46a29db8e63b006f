package io.weir.payments.api;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.UserId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * That a person moves money by hand. {@code by} and {@code at}: who wanted it first, in the tenant's time. {@code
 * second} and {@code decidedAt}: who agreed or withdrew it; absent where one person was enough. {@code seen}: how it
 * stood when the first looked, as {@link Seen} says it.
 */
public record Decision(UUID id, Kind kind, Status status, About about, Money amount, Optional<String> note,
        String seen, UserId by, Instant at, Optional<UserId> second, Optional<Instant> decidedAt) {
    /**
     * REFUND: a payment's money goes back through its gateway; HAND_REFUND: somebody sends it. CREDIT, PAY_OUT: to and
     * from an account's credit. LINE_CREDIT: a bank statement's line, for a payment that is decided.
     */
    public enum Kind { REFUND, HAND_REFUND, CREDIT, PAY_OUT, LINE_CREDIT }

    /** WAITING: nothing has happened until another person agrees. The others are final. */
    public enum Status { WAITING, DONE, WITHDRAWN }

    /** Whose money it is, and which. */
    public record About(AccountId account, Optional<PaymentId> payment, Optional<UUID> line) {
        public static About of(AccountId account) {
            return new About(account, Optional.empty(), Optional.empty());
        }

        public static About of(Payment payment) {
            return new About(payment.account(), Optional.of(payment.id()), Optional.empty());
        }

        /** What only one decision at a time can wait about: the line, else the payment, else the account. */
        public UUID subject() {
            return line.or(() -> payment.map(PaymentId::value)).orElse(account.value());
        }
    }

    public boolean isWaiting() {
        return status == Status.WAITING;
    }
}
