package io.weir.subscriptions.domain;

import io.weir.kernel.api.Period;
import io.weir.metering.api.MeterKey;
import io.weir.platform.api.Json;
import io.weir.platform.api.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A period of a subscription whose allowances have been opened, the version of the plan that it was opened with, and
 * the meters they are of: the plan may have others by the time one is to be raised.
 */
@Entity
@Table(name = "subscriptions_period")
public class StoredPeriod extends TenantOwned {
    @Id
    @Column(name = "id")
    private String id;
    @Column(name = "subscription_id")
    private String subscription;
    @Column(name = "period_from")
    private Instant periodFrom;
    @Column(name = "period_until")
    private Instant periodUntil;
    @Column(name = "meters")
    private String meters;
    @Column(name = "plan_version")
    private int planVersion = 1;
    @Column(name = "cause")
    private String cause;
    @Column(name = "to_bill")
    private boolean toBill;
    @Column(name = "closed_at")
    private Instant closedAt;
    @Version
    @Column(name = "version")
    private long version;

    protected StoredPeriod() {
    }

    public StoredPeriod(UUID id, UUID subscription, Period period, StoredPlan plan) {
        this.id = id.toString();
        this.subscription = subscription.toString();
        this.periodFrom = period.from();
        this.periodUntil = period.until().orElse(null);
        this.meters = Json.write(plan.content().quotas().keySet());
        this.planVersion = plan.version();
        this.toBill = !plan.content().pricing().isNone();
    }

    /** Its usage costs nothing, whatever the plan says. */
    public void isGiven() {
        toBill = false;
    }

    /** There is an invoice for its usage; false when there was one. */
    public boolean bill() {
        boolean first = toBill;
        toBill = false;
        return first;
    }

    public boolean isToBill() {
        return toBill;
    }

    public void endLater(Instant until) {
        periodUntil = until;
    }

    /** It is over before its time. */
    public void close(Instant now) {
        if (closedAt == null && (periodUntil == null || periodUntil.isAfter(now))) {
            closedAt = now.isAfter(periodFrom) ? now : periodFrom;
        }
    }

    /** When it was over, whatever had been planned; never, when it goes on for ever. */
    public Optional<Instant> over() {
        return Optional.ofNullable(closedAt == null ? periodUntil : closedAt);
    }

    public Instant from() {
        return periodFrom;
    }

    public boolean isWhole() {
        return closedAt == null;
    }

    public Optional<String> cause() {
        return Optional.ofNullable(cause);
    }

    public int planVersion() {
        return planVersion;
    }

    /** The payment that it is of. */
    public StoredPeriod of(String payment) {
        cause = payment;
        return this;
    }

    public boolean isOf(String payment) {
        return payment.equals(cause);
    }

    public UUID id() {
        return UUID.fromString(id);
    }

    public Period period() {
        return new Period(periodFrom, Optional.ofNullable(periodUntil));
    }

    public List<MeterKey> meters() {
        return JsonColumns.words(meters).stream().map(MeterKey::new).toList();
    }

    /** From now on this period has an allowance of that meter too. */
    public void include(MeterKey meter) {
        var more = new ArrayList<>(JsonColumns.words(meters));
        more.add(meter.value());
        meters = Json.write(more);
    }

    /** The source that opens its allowances. The day is in UTC: a tenant may change its zone. */
    public String source() {
        var day = periodFrom.atZone(ZoneOffset.UTC).toLocalDate();
        return "subscription/" + subscription + "/" + day;
    }

    public UUID subscription() {
        return UUID.fromString(subscription);
    }

    public boolean isOver(Instant now) {
        return periodUntil != null && !periodUntil.isAfter(now);
    }
}
