package io.weir.payments.spi;

import io.weir.kernel.api.Money;
import io.weir.payments.api.Decline;

/** What a gateway says to a charge. */
public sealed interface ChargeAnswer {
    /** The money is there. {@code reference}: the gateway's name for it, as in notices. */
    record Paid(String reference, Money amount) implements ChargeAnswer {
    }

    /** It will not come. */
    record Declined(Decline why) implements ChargeAnswer {
    }

    /** A notice will tell, or asking by this name. */
    record Pending(String reference) implements ChargeAnswer {
    }
}
