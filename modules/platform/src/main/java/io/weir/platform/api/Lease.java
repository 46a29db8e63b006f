package io.weir.platform.api;

import java.time.Duration;

/** Lets one node of many do a job at a time: a row that is taken for a while, and free again when it runs out. */
public interface Lease {
    /**
     * Runs {@code work} if nobody else holds {@code job}; answers whether it ran. Work longer than {@code atMost} loses
     * the lease.
     */
    boolean tryRun(String job, Duration atMost, Runnable work);
}
