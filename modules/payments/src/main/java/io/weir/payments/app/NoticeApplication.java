package io.weir.payments.app;

import io.weir.payments.domain.NoticeReceived;
import io.weir.platform.api.Afterwards;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Applies each notice exactly once, however often the outbox delivers it. One that fails is written down as failed, and
 * the outbox waits and tries again, until it is given up: then it stands in the list of the dead, and a person may have
 * it replayed.
 */
@ApplicationScoped
public class NoticeApplication {
    private static final Logger LOG = Logger.getLogger(NoticeApplication.class.getName());
    /** About an hour of tries, the pauses doubling: longer than messages overtake each other. */
    static final int TRIES = 15;

    @Inject
    NoticeSteps steps;

    void on(@Observes @Afterwards NoticeReceived received) {
        var notice = UUID.fromString(received.notice());
        try {
            steps.apply(received.tenant(), notice);
        } catch (RuntimeException e) {
            if (!steps.failed(received.tenant(), notice, e)) {
                throw e;
            }
            LOG.log(Level.SEVERE, e, () -> "notice " + notice + " is given up after " + TRIES + " tries");
        }
    }
}
