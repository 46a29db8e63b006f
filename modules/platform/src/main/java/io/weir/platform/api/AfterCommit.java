package io.weir.platform.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Synchronization;

/** For memory that mirrors rows: it must follow the caller's commit, not precede it. */
@ApplicationScoped
public class AfterCommit {
    /** Runs it after the transaction of this thread, whatever becomes of that; now when there is none. */
    public void run(Runnable work) {
        if (RunningTransaction.isNone()) {
            work.run();
            return;
        }
        RunningTransaction.whenEnded(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // Nothing is written at this point.
            }

            @Override
            public void afterCompletion(int status) {
                work.run();
            }
        });
    }
}
