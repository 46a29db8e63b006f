package io.weir.bootstrap.internal;

import io.weir.billing.api.BillingUpkeep;
import io.weir.identity.api.CredentialUpkeep;
import io.weir.identity.api.SigningKeys;
import io.weir.metering.api.ReservationExpiry;
import io.weir.metering.api.UsageAlerts;
import io.weir.metering.api.UsageUpkeep;
import io.weir.notifications.api.MailDelivery;
import io.weir.payments.api.AccountAgreements;
import io.weir.payments.api.Notices;
import io.weir.payments.api.PaymentProofs;
import io.weir.payments.api.PaymentRefunds;
import io.weir.payments.api.Reconciliation;
import io.weir.payments.api.SandboxUpkeep;
import io.weir.platform.api.IdempotencyKeys;
import io.weir.platform.api.Lease;
import io.weir.subscriptions.api.Subscriptions;
import io.weir.tenancy.api.TestClock;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.IntUnaryOperator;

/** Everything that happens by itself. What must not happen on two nodes at once takes a lease of that name. */
@Singleton
@Startup
@DependsOn("CatalogueLoader")
@TransactionManagement(TransactionManagementType.BEAN)
public class Jobs {
    private static final Duration STOP_WITHIN = Duration.ofSeconds(1);
    private static final Duration HOURLY = Duration.ofHours(1);
    private static final int BATCH = 100;
    /** Of what is deleted row by row: few enough that nobody waits long for their locks. */
    private static final int ROWS = 2000;
    /** Few, because each is asked about at a gateway that may be slow; other nodes take others meanwhile. */
    private static final int RECONCILED = 10;
    /** What takes seconds to sum up. What is left of more is done by the next runs. */
    private static final int DAYS_OF_ACCOUNTS = 300;
    /** Few, because each is an HTTP call. */
    private static final int DELIVERED = 10;
    /** Longer than any run; only a node that died holds a lease for so long. */
    private static final Duration LEASE = Duration.ofMinutes(2);
    /** Of a job that may have much to do. Shorter than its lease by more than one tenant's turn. */
    private static final Duration SLICE = Duration.ofMinutes(1);
    @Resource
    private ManagedThreadFactory threads;
    @Inject
    private Lease lease;
    @Inject
    private OutboxLoop outbox;
    @Inject
    private Subscriptions subscriptions;
    @Inject
    private BillingUpkeep billing;
    @Inject
    private SigningKeys signingKeys;
    @Inject
    private CredentialUpkeep credentials;
    @Inject
    private IdempotencyKeys idempotencyKeys;
    @Inject
    private ReservationExpiry reservations;
    @Inject
    private UsageUpkeep usage;
    @Inject
    private UsageAlerts alerts;
    @Inject
    private MailDelivery mails;
    @Inject
    private Reconciliation payments;
    @Inject
    private PaymentRefunds refunds;
    @Inject
    private AccountAgreements agreements;
    @Inject
    private SandboxUpkeep sandbox;
    @Inject
    private PaymentProofs proofs;
    @Inject
    private Notices notices;
    @Inject
    private TestClock clocks;
    private RepeatingJobs repeating;

    @PostConstruct
    void start() {
        repeating = new RepeatingJobs(threads, STOP_WITHIN);
        alone("metering.expire-reservations", Duration.ofSeconds(5), () -> allDue(reservations::expireDue));
        alone("metering.lay-partitions", HOURLY, usage::layPartitions);
        alone("metering.forget-old-usage", HOURLY, () -> allDue(ROWS, usage::forgetOld));
        alone("metering.sum-up", Duration.ofSeconds(10), () -> usage.sumUp(DAYS_OF_ACCOUNTS));
        alone("metering.forget-settled", HOURLY, () -> allDue(ROWS, usage::forgetSettled));
        repeating.every(Duration.ofSeconds(5), "metering.publish-alerts", () -> allDue(alerts::publishDue));
        inSlices("subscriptions.close-due", Duration.ofMinutes(1), () -> subscriptions.closeDue(SLICE));
        inSlices("billing.close-due", Duration.ofMinutes(1), () -> billing.runDue(SLICE));
        alone("billing.dun", Duration.ofMinutes(1), billing::dun);
        alone("billing.drop-forgotten-orders", HOURLY, billing::dropForgotten);
        alone("identity.rotate-keys", HOURLY, signingKeys::rotate);
        alone("identity.forget-the-dead", HOURLY, credentials::forgetTheDead);
        alone("platform.forget-idempotency-keys", HOURLY, idempotencyKeys::forgetOld);
        repeating.every(Duration.ofSeconds(5), "notifications.deliver-mails", () -> allDue(mails::deliverDue));
        repeating.every(Duration.ofSeconds(10), "payments.reconcile", () -> allDue(RECONCILED, payments::reconcileDue));
        repeating.every(Duration.ofSeconds(10), "payments.ask-agreements",
                () -> allDue(RECONCILED, payments::reconcileAgreements));
        repeating.every(Duration.ofSeconds(10), "payments.retry-refunds", () -> allDue(RECONCILED, refunds::retryDue));
        repeating.every(Duration.ofSeconds(10), "payments.ask-refunds", () -> allDue(RECONCILED, refunds::askDue));
        repeating.every(Duration.ofSeconds(5), "payments.tell-agreements",
                () -> allDue(RECONCILED, agreements::tellDue));
        alone("payments.charge-sandbox-agreements", Duration.ofSeconds(5), () -> allDue(sandbox::chargeDue));
        repeating.every(Duration.ofSeconds(1), "payments.deliver-sandbox-notices",
                () -> allDue(DELIVERED, sandbox::deliverDue));
        alone("payments.forget-sandbox-notices", HOURLY, sandbox::forgetOld);
        alone("payments.forget-notices", HOURLY, () -> allDue(ROWS, notices::forgetOld));
        alone("payments.sweep-proofs", Duration.ofHours(12), proofs::sweepOrphans);
        repeating.every(Duration.ofSeconds(1), "tenancy.move-clocks", clocks::carryOn);
        outbox.start(threads);
    }

    /** Two seconds at most: one for each of the two. */
    @PreDestroy
    void stop() {
        outbox.stop(STOP_WITHIN);
        repeating.close();
    }

    private void alone(String name, Duration pause, Runnable job) {
        repeating.every(pause, name, () -> lease.tryRun(name, LEASE, job));
    }

    /** Slice by slice until all is done: each has a lease of its own, so that none runs out under what takes long. */
    private void inSlices(String name, Duration pause, BooleanSupplier slice) {
        repeating.every(pause, name, () -> {
            var more = new AtomicBoolean(true);
            while (more.get() && !Thread.currentThread().isInterrupted()) {
                more.set(false);
                lease.tryRun(name, LEASE, () -> more.set(!slice.getAsBoolean()));
            }
        });
    }

    /** Batch by batch until one is not full, or the server stops. */
    static void allDue(IntUnaryOperator batch) {
        allDue(BATCH, batch);
    }

    private static void allDue(int most, IntUnaryOperator batch) {
        int done = most;
        while (done >= most && !Thread.currentThread().isInterrupted()) {
            done = batch.applyAsInt(most);
        }
    }
}
