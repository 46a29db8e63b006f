package io.weir.platform.api;

/** The working end of the {@link Outbox}: any number of threads on any number of nodes may call it at the same time. */
public interface OutboxDelivery {
    /**
     * Works off what is due, oldest first, each event in a transaction of its own. Call it outside any transaction.
     *
     * @return how many events were tried, failures included; fewer than {@code atMost} means that nothing more is due
     */
    int deliverDue(int atMost);
}
