package io.weir.subscriptions.app;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Period;
import io.weir.kernel.api.TenantId;
import io.weir.metering.api.Allowances;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.Overage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Allowances; a rest that begins while another runs, or as it ends, carries that one on. */
final class FakeAllowances implements Allowances {
    private final List<Opened> all = new ArrayList<>();
    private final Set<String> grants = new HashSet<>();
    private final Map<String, Long> taken = new HashMap<>();
    private final FakeTime time;

    FakeAllowances(FakeTime time) {
        this.time = time;
    }

    @Override
    public void open(TenantId tenant, AccountId account, Grant grant, Period period, Overage overage) {
        if (grants.add(grant.meter() + " " + grant.source())) {
            all.add(new Opened(account, grant, period, overage));
        }
    }

    @Override
    public void raise(TenantId tenant, AccountId account, Grant grant, String allowanceSource) {
        if (grants.add(grant.meter() + " " + grant.source())) {
            var raised = of(allowanceSource).filter(o -> o.meter.equals(grant.meter())).findFirst().orElseThrow();
            raised.granted += grant.quantity();
            raised.raisedBy.add(grant.source());
            raised.kinds.add(grant.kind());
        }
    }

    @Override
    public void adjust(TenantId tenant, AccountId account, Adjustment adjustment) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void rest(TenantId tenant, AccountId account, String allowanceSource, Period period) {
        of(allowanceSource).forEach(opened -> opened.rest = carriedOn(opened.rest, period));
    }

    private static Period carriedOn(Period running, Period next) {
        boolean carries = running != null && !running.from().isAfter(next.from())
                && running.until().map(end -> !end.isBefore(next.from())).orElse(true);
        return carries ? new Period(running.from(), next.until()) : next;
    }

    @Override
    public void close(TenantId tenant, AccountId account, String allowanceSource) {
        of(allowanceSource).forEach(opened -> opened.closed = true);
    }

    @Override
    public long takeBack(TenantId tenant, AccountId account, TakeBack wanted) {
        if (!grants.add(wanted.meter() + " " + wanted.source())) {
            return taken.get(wanted.source());
        }
        var from = all.stream().filter(o -> o.raisedBy.contains(wanted.given()) && !o.closed).findFirst();
        long units = from.map(o -> Math.min(wanted.quantity(), o.granted - o.used)).orElse(0L);
        from.ifPresent(o -> o.granted -= units);
        taken.put(wanted.source(), units);
        return units;
    }

    @Override
    public void endAt(TenantId tenant, AccountId account, String allowanceSource, Instant end) {
        of(allowanceSource).forEach(opened -> opened.period = Period.between(opened.period.from(),
                end.isBefore(time.now) ? time.now : end));
    }

    /** So many were used of what is open. */
    void use(AccountId account, MeterKey meter, long units) {
        all.stream().filter(o -> o.account.equals(account) && o.meter.equals(meter) && o.openAt(time.now)).findFirst()
                .orElseThrow().used += units;
    }

    /** What may still be used at the moment. */
    long left(AccountId account, MeterKey meter) {
        return all.stream().filter(o -> o.account.equals(account) && o.meter.equals(meter) && o.openAt(time.now))
                .mapToLong(o -> o.granted - o.used).sum();
    }

    @Override
    public List<Balance> balances(TenantId tenant, AccountId account) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Balance balance(TenantId tenant, AccountId account, MeterKey meter) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Holding> holdings(TenantId tenant, AccountId account) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Allowances.Opened> opened(TenantId tenant, Map<String, AccountId> bySource) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Holding> ofSource(TenantId tenant, AccountId account, String allowanceSource) {
        throw new UnsupportedOperationException();
    }

    /** The rules of what may be spent at the moment. */
    Set<Overage> overage(AccountId account, MeterKey meter) {
        return all.stream().filter(o -> o.account.equals(account) && o.meter.equals(meter) && o.openAt(time.now))
                .map(o -> o.overage).collect(Collectors.toSet());
    }

    /** What is granted and may be spent at the moment. */
    long open(AccountId account, MeterKey meter) {
        return all.stream().filter(o -> o.account.equals(account) && o.meter.equals(meter) && o.openAt(time.now))
                .mapToLong(o -> o.granted).sum();
    }

    /** Why units were granted to the allowances of a source. */
    List<GrantKind> grants(String source) {
        return of(source).flatMap(opened -> opened.kinds.stream()).toList();
    }

    Set<String> sources() {
        return all.stream().map(o -> o.source).collect(Collectors.toSet());
    }

    private Stream<Opened> of(String source) {
        return all.stream().filter(o -> o.source.equals(source));
    }

    private static final class Opened {
        private final AccountId account;
        private final MeterKey meter;
        private final String source;
        private Period period;
        private final Overage overage;
        private final List<GrantKind> kinds = new ArrayList<>();
        private final List<String> raisedBy = new ArrayList<>();
        private long granted;
        private long used;
        private Period rest;
        private boolean closed;

        private Opened(AccountId account, Grant grant, Period period, Overage overage) {
            this.account = account;
            this.meter = grant.meter();
            this.source = grant.source();
            this.period = period;
            this.overage = overage;
            this.granted = grant.quantity();
            this.kinds.add(grant.kind());
            this.raisedBy.add(grant.source());
        }

        private boolean openAt(Instant now) {
            return !closed && period.contains(now) && (rest == null || !rest.contains(now));
        }
    }
}
