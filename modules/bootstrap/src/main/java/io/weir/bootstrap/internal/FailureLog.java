package io.weir.bootstrap.internal;

import java.lang.System.Logger.Level;

/** Tells of a job's failures: the first in full, the same again in a line, so that an outage does not bury the log. */
final class FailureLog {
    private static final System.Logger LOG = System.getLogger(FailureLog.class.getName());
    private final String job;
    private String last = "";

    FailureLog(String job) {
        this.job = job;
    }

    /** Answers whether this failure was new. */
    synchronized boolean failed(Throwable failure) {
        String text = String.valueOf(failure);
        boolean isNew = !text.equals(last);
        last = text;
        if (isNew) {
            LOG.log(Level.WARNING, "job " + job + " failed and will be tried again", failure);
        } else {
            LOG.log(Level.WARNING, "job {0} failed again: {1}", job, text);
        }
        return isNew;
    }

    synchronized void succeeded() {
        last = "";
    }
}
