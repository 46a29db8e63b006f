package io.weir.payments.spi;

import java.time.Instant;
import java.util.List;

/** Gateways that can be asked what became of an agreement, for notices that never came. */
public interface AgreementInquiries {
    /**
     * What notices would have told since then, in the order in which it happened and under the same names: each charge
     * but the first, which is a payment's own; that the newest one failed; and at last how the agreement stands. Paid
     * until then is what is paid: where the provider begins a period before it has the money, the old one's end.
     *
     * @param since by the gateway's clock; more may be told
     * @return nothing when the gateway does not know the agreement
     * @throws GatewayException when the provider can't be reached
     */
    List<Fact> ask(Merchant merchant, String agreement, Instant since);
}
