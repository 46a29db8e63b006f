package io.weir.billing.domain.dunning;

import io.weir.billing.api.Dunning.Declined;
import io.weir.billing.api.Dunning.Stage;
import io.weir.billing.api.DunningTerms;
import io.weir.billing.domain.StoredInvoice;
import io.weir.billing.domain.dunning.Step.Kind;
import io.weir.billing.domain.pricing.Canonical;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Refusal;
import io.weir.platform.api.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * How far an open invoice has been gone after, by the terms that were in force when that began. Its next step is done
 * and crossed off in one transaction; an attempt to take money is written down before it is made, by the name of its
 * payment, so that one that was cut short is found again and not made twice.
 */
@Entity(name = "StoredDunning")
@Table(name = "billing_dunning")
public class StoredDunning extends TenantOwned {
    @Id
    @Column(name = "id")
    private String invoice;
    @Column(name = "account_id")
    private String account;
    @Column(name = "stage")
    private String stage;
    @Column(name = "paused")
    private boolean paused;
    @Column(name = "terms")
    private String terms;
    @Column(name = "zone")
    private String zone;
    @Column(name = "counted_from")
    private Instant countedFrom;
    @Column(name = "next_step")
    private int nextStep;
    @Column(name = "next_at")
    private Instant nextAt;
    @Column(name = "attempts")
    private int attempts;
    @Column(name = "attempt_payment_id")
    private String attempt;
    @Column(name = "outcome")
    private String outcome;
    @Column(name = "declined_code")
    private String declinedCode;
    @Column(name = "declined_card")
    private String declinedCard;
    @Column(name = "stopped_subscription_id")
    private String stopped;
    @Column(name = "begun_at")
    private Instant begunAt;
    @Column(name = "ended_at")
    private Instant endedAt;
    @Version
    @Column(name = "version")
    private long version;

    protected StoredDunning() {
    }

    /** Days of one that is overdue already count from now: nobody loses anything without a word before. */
    public StoredDunning(StoredInvoice open, DunningTerms terms, ZoneId zone, Instant now) {
        this.invoice = open.id().toString();
        this.account = open.account().toString();
        this.terms = Canonical.json(terms);
        this.zone = zone.getId();
        this.countedFrom = open.moments().dueAt().filter(due -> due.isAfter(now)).orElse(now);
        this.begunAt = now;
        this.nextStep = schedule().first(now);
        this.nextAt = schedule().at(step());
        this.stage = stageAt(now).word();
    }

    private Stage stageAt(Instant now) {
        return now.isBefore(countedFrom) ? Stage.UPCOMING : Stage.OVERDUE;
    }

    public Schedule schedule() {
        return new Schedule(Canonical.read(terms, DunningTerms.class), countedFrom, ZoneId.of(zone));
    }

    /** What happens next. */
    public Step step() {
        return schedule().steps().get(nextStep);
    }

    public boolean isDue(Instant now) {
        return !isOver() && !paused && !nextAt.isAfter(now);
    }

    public boolean isOvertaken(Instant now) {
        return schedule().isOvertaken(nextStep, now);
    }

    /** The step is done; what comes after the last is an end, so that there always is a next one. */
    public void goOn(Instant now) {
        if (step().kind() == Kind.UNPAID) {
            stage = Stage.UNPAID.word();
        } else if (stage() == Stage.UPCOMING) {
            stage = stageAt(now).word();
        }
        nextStep++;
        nextAt = schedule().at(step());
    }

    /** Money is about to be tried, under this name unless one is already. */
    public UUID attempt(UUID payment) {
        attempt = attempt == null ? payment.toString() : attempt;
        return UUID.fromString(attempt);
    }

    /** What came of it. A retry that was due is done with that. */
    public void attempted(Tried tried, Instant now) {
        attempt = null;
        attempts += tried.counts() ? 1 : 0;
        is(tried);
        if (isDue(now) && step().kind() == Kind.RETRY) {
            goOn(now);
        }
    }

    /** A charge that was waited for was declined. Answers whether that is news. */
    public boolean heard(UUID payment, Tried declined) {
        boolean isNews = Tried.isUndecided(outcome) && !payment.toString().equals(attempt);
        if (isNews) {
            is(declined);
        }
        return isNews;
    }

    private void is(Tried tried) {
        outcome = tried.word();
        declinedCode = tried.declined().map(Declined::code).orElse(null);
        declinedCard = tried.declined().flatMap(Declined::card).orElse(null);
    }

    /** Whether a reminder goes out now anyway. */
    public boolean remindsNow(Instant now) {
        return isDue(now) && step().kind() == Kind.REMIND;
    }

    /** Goes on with its plan's end taken back when it is paid. */
    public void hasStopped(UUID subscription) {
        stopped = subscription.toString();
    }

    public void pause() {
        requireRunning();
        paused = true;
    }

    public void resume() {
        requireRunning();
        paused = false;
    }

    public void end(Stage how, Instant now) {
        requireRunning();
        stage = how.word();
        endedAt = now;
        nextAt = null;
        paused = false;
        attempt = null;
    }

    /** Refused: {@code DUNNING_OVER} (409). */
    public void requireRunning() {
        if (isOver()) {
            throw Refusal.conflict("DUNNING_OVER", stage).asException();
        }
    }

    /** By more than the day itself. */
    public boolean isLate(Instant now) {
        return now.isAfter(countedFrom.atZone(ZoneId.of(zone)).plusDays(1).toInstant());
    }

    public boolean isOver() {
        return stage().isOver();
    }

    public Stage stage() {
        return Stage.valueOf(stage.toUpperCase(Locale.ROOT));
    }

    public UUID invoice() {
        return UUID.fromString(invoice);
    }

    public AccountId account() {
        return AccountId.of(account);
    }

    public boolean isPaused() {
        return paused;
    }

    /** Empty when nothing is to happen by itself. */
    public Optional<Instant> nextAt() {
        return Optional.ofNullable(nextAt).filter(at -> !paused);
    }

    public int attempts() {
        return attempts;
    }

    public Optional<String> outcome() {
        return Optional.ofNullable(outcome);
    }

    public Optional<Declined> declined() {
        return Optional.ofNullable(declinedCode).map(code -> new Declined(code, Optional.ofNullable(declinedCard)));
    }

    public Optional<UUID> stopped() {
        return Optional.ofNullable(stopped).map(UUID::fromString);
    }
}
