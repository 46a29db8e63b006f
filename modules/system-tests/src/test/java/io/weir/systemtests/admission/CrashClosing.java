package io.weir.systemtests.admission;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.systemtests.harness.Api;
import io.weir.systemtests.harness.ClosingTenant;
import io.weir.systemtests.harness.RunningWeir;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Ten thousand subscriptions of one tenant whose periods end at one instant, closed while the server is killed again
 * and again: drafts over their usage, those made final, invoices for the next periods. Another transaction holds a row
 * at the place of the next kill, so that the closing can't be done before. Every other kill meets it waiting there, in
 * the middle of a page, at a lock or at an insert; the others let it go on and meet it wherever it is a moment later.
 */
final class CrashClosing {
    /** Kills that find the closing under way. */
    static final int PLACES = 20;
    private static final String RUN = "c105e000";
    private static final int MANY = 10_000;
    private static final int PLACES_A_PHASE = 7;
    private static final int APART = 1_400;
    private static final int FIRST = 700;
    /** What a closing that was let go may have done until its server was dead. */
    private static final int HEADWAY = 300;
    private static final Duration BOUND = Duration.ofMinutes(3);
    private final RunningWeir weir;
    private final ClosingTenant tenant;
    private final LocalDate today;
    private Connection held;
    private Phase phase;
    private long before;

    CrashClosing(RunningWeir weir) {
        this.weir = weir;
        this.today = LocalDate.parse(weir.text("SELECT UTC_DATE()"));
        this.tenant = new ClosingTenant(weir, "closing", RUN);
    }

    /** Where the next piece is held: the row itself, or the place where its invoice is to be inserted. */
    private enum Phase {
        DRAFTS("SELECT id FROM subscriptions_period WHERE id = CONCAT(?, '-0005-4000-8000-', ?) FOR UPDATE",
                "%SELECT%subscriptions_period%FOR UPDATE%", "CONCAT('usage/', REPLACE(s.id, '-0004-', '-0005-'))"),
        FINALS("SELECT id FROM billing_invoice WHERE tenant_id = '" + RUN + "-0000-4000-8000-000000000000'"
                + " AND cause = CONCAT('usage/', ?, '-0005-4000-8000-', ?) FOR UPDATE",
                "%SELECT%billing_invoice%FOR UPDATE%", ""),
        RENEWALS("SELECT id FROM subscriptions_account WHERE id = CONCAT(?, '-0003-4000-8000-', ?) FOR UPDATE",
                "%SELECT%subscriptions_account%FOR UPDATE%",
                "CONCAT('renewal/', s.id, '/', UNIX_TIMESTAMP(DATE(s.period_until)) * 1000, '/1')");

        private final String lock;
        private final String waiting;
        private final String cause;

        Phase(String lock, String waiting, String cause) {
            this.lock = lock;
            this.waiting = waiting;
            this.cause = cause;
        }
    }

    /** While no server runs: what is to be closed, or where it is to be met next. */
    void prepare(int place) throws SQLException {
        if (place == 0) {
            tenant.seed(MANY, today);
        }
        // As if the dead node's lease had run out, which takes two minutes.
        tenant.sql("UPDATE platform_lease SET held_until = UTC_TIMESTAMP(3)");
        if (place < PLACES) {
            phase = Phase.values()[place / PLACES_A_PHASE];
            before = tenant.done();
            long inPhase = before - (long) phase.ordinal() * MANY;
            hold(Math.max(FIRST + APART * (place % PLACES_A_PHASE), inPhase + HEADWAY), isInsert(place));
        }
    }

    /** Every fourth place; drafts that become final are inserted already. */
    private boolean isInsert(int place) {
        return place % 4 == 2 && !phase.cause.isEmpty();
    }

    private void hold(long number, boolean insert) throws SQLException {
        held = weir.database();
        held.setAutoCommit(false);
        var statement = insert ? "INSERT INTO billing_invoice (tenant_id, id, account_id, total, currency, status,"
                + " version, cause, created_at, final_at) SELECT s.tenant_id, UUID(), s.account_id, 0, 'EUR', 'draft',"
                + " 1, " + phase.cause + ", NOW(3), NOW(3) + INTERVAL 1 DAY FROM subscriptions_subscription s"
                + " WHERE s.id = CONCAT(?, '-0004-4000-8000-', ?)"
                : phase.lock;
        try (var row = held.prepareStatement(statement)) {
            row.setString(1, RUN);
            row.setString(2, "%012x".formatted(number));
            row.execute();
        }
    }

    /** The closing waits for the row; on odd places it is let go, and met somewhere after it. */
    void meet(int place) throws SQLException {
        var waiting = isInsert(place) ? "%INSERT INTO billing_invoice %" : phase.waiting;
        Api.eventually(BOUND, () -> tenant.waiting(waiting), n -> n > 0);
        if (place % 2 == 1) {
            long there = tenant.done();
            held.rollback();
            for (long end = System.nanoTime() + BOUND.toNanos(); tenant.done() <= there;) {
                assertThat(System.nanoTime()).as("it goes on").isLessThan(end);
                LockSupport.parkNanos(Duration.ofMillis(2).toNanos());
            }
        }
    }

    /** It was under way, had got further than the last time, and had not come to its end. */
    void killed(int place) throws SQLException {
        held.close();
        assertThat(tenant.done()).as("done when it was killed at place " + place).isStrictlyBetween(before,
                3L * MANY);
    }

    /** Nothing is missing, nothing is double, and all is as it is of a tenant that nobody has disturbed. */
    void assertAsIfUndisturbed(ClosingTenant undisturbed) throws Exception {
        for (var each : List.of(tenant, undisturbed)) {
            Api.eventually(BOUND, each::done, done -> done == 3L * MANY);
            each.assertWhole(MANY);
        }
        assertThat(tenant.hash()).isEqualTo(undisturbed.hash());
    }

    ClosingTenant undisturbed() throws SQLException {
        var calm = new ClosingTenant(weir, "closing-calm", "ca105e00");
        calm.seed(MANY, today);
        return calm;
    }
}
