package io.weir.notifications.api;

/**
 * Brings queued mails to their servers. Called every few seconds on every node; nodes do not get in each other's way.
 */
public interface MailDelivery {
    /**
     * Tries the mails that are due, the longest due first. Must be called outside a transaction: each mail has its own.
     *
     * @return how many were tried, at most {@code atMost}; fewer means that nothing more is due
     */
    int deliverDue(int atMost);
}
