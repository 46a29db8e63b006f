package io.weir.payments.api;

import io.weir.kernel.api.TenantId;
import java.util.Optional;

/** Takes money by what a gateway keeps for an account, while nobody is there. Outside any transaction. */
public interface Charges {
    /**
     * One attempt, which the order's id names: asked for again, after a crash too, it is the same charge. Charged is
     * the usual method of the first gateway that can; what is open for the same purpose is given up before, or
     * prevents it. URLs and {@code gateway} of the order mean nothing here.
     */
    Charge charge(TenantId tenant, Payments.Order order);

    /** How an attempt stands; empty for a payment that is none. */
    Optional<Charge> find(TenantId tenant, PaymentId attempt);

    /** What came of an attempt. {@code method}: what was charged; {@code decline}: why it was not. */
    record Charge(Outcome outcome, Optional<PaymentMethod> method, Optional<Decline> decline) {
        public static Charge without(Outcome outcome) {
            return new Charge(outcome, Optional.empty(), Optional.empty());
        }
    }

    /**
     * PENDING: a notice, or asking, will tell. NO_METHOD: no gateway keeps anything that it could charge. UNDER_WAY:
     * another payment for the same is, or the payer is at a checkout of it. UNREACHABLE: no gateway says what it keeps.
     */
    enum Outcome { PAID, DECLINED, PENDING, NO_METHOD, UNDER_WAY, UNREACHABLE }
}
