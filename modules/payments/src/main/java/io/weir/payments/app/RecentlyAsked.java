package io.weir.payments.app;

import io.weir.payments.api.PaymentId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which payments this node asked about within the last seconds, so that a page that polls does not ask a gateway. */
final class RecentlyAsked {
    private static final Duration PAUSE = Duration.ofSeconds(3);
    private static final int MOST = 10_000;
    private final Map<PaymentId, Instant> known = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<PaymentId, Instant> eldest) {
            return size() > MOST;
        }
    };

    /** Whether it may be asked about; then it was. */
    synchronized boolean add(PaymentId payment, Instant now) {
        var last = known.get(payment);
        if (last != null && now.isBefore(last.plus(PAUSE))) {
            return false;
        }
        known.put(payment, now);
        return true;
    }
}
