package io.weir.payments.api;

import io.weir.payments.api.AccountCredits.Entry;
import io.weir.kernel.api.Page;

/**
 * How money stood when somebody looked: opaque words of at most 60 characters that never come again once money has
 * moved. Who decides says what was seen, and a decision on another state is refused: {@code SEEN_CHANGED} (409). So the
 * same form sent twice counts once.
 */
public final class Seen {
    private Seen() {
    }

    /** @param refunds how many there are of it, in whatever state */
    public static String of(Payment payment, int refunds) {
        var received = "received-" + payment.progress().received().minor();
        return payment.status().isOpen() ? received : "refunds-" + refunds;
    }

    /** Of an account's credit, by any page of its entries. */
    public static String of(Page<Entry> entries) {
        return ofCredit(entries.total());
    }

    /** @param entries how many there are */
    public static String ofCredit(long entries) {
        return "entries-" + entries;
    }
}
