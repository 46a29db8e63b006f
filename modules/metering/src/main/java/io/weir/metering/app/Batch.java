package io.weir.metering.app;

import io.weir.metering.domain.Answer;
import io.weir.metering.domain.Ask;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Demands that are decided in one transaction. While it is deciding, the watch may give it up, and then it never
 * commits; once its commit has been sent nobody can call it back, and what the callers hear of a lost one is that the
 * outcome is unknown.
 */
final class Batch {
    private final List<Waiting> waiting;
    private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.DECIDING);
    private final long since = System.nanoTime();

    Batch(List<Waiting> waiting) {
        this.waiting = waiting;
    }

    List<Ask> asks() {
        return waiting.stream().map(Waiting::ask).toList();
    }

    List<Batch> singly() {
        return waiting.stream().map(one -> new Batch(List.of(one))).toList();
    }

    int size() {
        return waiting.size();
    }

    boolean olderThan(long nanos) {
        return System.nanoTime() - since > nanos;
    }

    /** False when it was given up: then it must not commit. */
    boolean beginCommit() {
        return phase.compareAndSet(Phase.DECIDING, Phase.COMMITTING);
    }

    /** The commit is known not to have happened. */
    void reopen() {
        phase.compareAndSet(Phase.COMMITTING, Phase.DECIDING);
    }

    boolean givenUp() {
        return phase.get() == Phase.GIVEN_UP;
    }

    /** It is settled what its callers hear. */
    void decided() {
        phase.compareAndSet(Phase.DECIDING, Phase.DECIDED);
        phase.compareAndSet(Phase.COMMITTING, Phase.DECIDED);
    }

    /** Nobody waits for it any longer, unless its answers are on their way. */
    void giveUp() {
        if (phase.updateAndGet(now -> now == Phase.DECIDED ? now : Phase.GIVEN_UP) == Phase.GIVEN_UP) {
            fail(Unavailable.refusal());
        }
    }

    void complete(List<Answer> answers) {
        for (int i = 0; i < waiting.size(); i++) {
            waiting.get(i).answer().complete(answers.get(i));
        }
    }

    void fail(Throwable why) {
        waiting.forEach(one -> one.fail(why));
    }

    private enum Phase { DECIDING, COMMITTING, DECIDED, GIVEN_UP }
}
