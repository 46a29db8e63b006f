package io.weir.metering.app;

import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.RefusedException;
import io.weir.kernel.api.TenantId;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.Meters;
import io.weir.metering.api.RateCard;
import io.weir.metering.api.RateCards;
import io.weir.metering.domain.RateCardPricing;
import io.weir.metering.domain.RateCardRules;
import io.weir.metering.store.RateTable;
import io.weir.metering.store.RateTable.Rate;
import io.weir.platform.api.AfterCommit;
import io.weir.platform.api.AuditLog;
import io.weir.platform.api.TenantScoped;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rate cards from the table; pricing, which many calls do, is done in memory. */
@ApplicationScoped
public class CachedRateCards implements RateCards {
    private static final int MOST_TENANTS = 10_000;
    private final RecentlyRead<TenantId, Map<String, Rate>> recent =
            new RecentlyRead<>(MOST_TENANTS, System::nanoTime);
    private final RateTable table;
    private final Meters meters;
    private final AuditLog audit;
    private final AfterCommit afterCommit;

    protected CachedRateCards() {
        this(null, null, null, null);
    }

    @Inject
    public CachedRateCards(RateTable table, Meters meters, AuditLog audit, AfterCommit afterCommit) {
        this.table = table;
        this.meters = meters;
        this.audit = audit;
        this.afterCommit = afterCommit;
    }

    @Override
    @Transactional
    @TenantScoped
    public void define(TenantId tenant, RateCard card) {
        card.operations().forEach((name, terms) -> require(RateCardRules.broken(name, terms)));
        table.define(tenant, card);
        afterCommit.run(() -> recent.forget(tenant));
    }

    @Override
    @Transactional
    @TenantScoped
    public void put(TenantId tenant, MeterKey meter, String operation, RateCard.Operation terms) {
        var wrong = RateCardRules.broken(operation, terms);
        var card = byOperation(table.of(tenant));
        meterReason(tenant, meter, operation, card).ifPresent(reason -> wrong.put("meter", reason));
        require(wrong);
        var rate = new Rate(operation, meter, terms);
        table.put(tenant, rate);
        audit.record(tenant, "rate.changed", "rate/" + operation, card.get(operation), rate);
        afterCommit.run(() -> recent.forget(tenant));
    }

    /** A card is in units of one meter. */
    private Optional<String> meterReason(TenantId tenant, MeterKey meter, String operation, Map<String, Rate> card) {
        if (meters.of(tenant).stream().noneMatch(known -> known.key().equals(meter))) {
            return Optional.of("METER_UNKNOWN");
        }
        boolean other = card.values().stream()
                .anyMatch(rate -> !rate.operation().equals(operation) && !rate.meter().equals(meter));
        return other ? Optional.of("OTHER_METER") : Optional.empty();
    }

    @Override
    @Transactional
    @TenantScoped
    public void remove(TenantId tenant, String operation) {
        var before = Optional.ofNullable(byOperation(table.of(tenant)).get(operation))
                .orElseThrow(() -> unknown(operation));
        table.remove(tenant, operation);
        audit.record(tenant, "rate.removed", "rate/" + operation, before, null);
        afterCommit.run(() -> recent.forget(tenant));
    }

    @Override
    public Optional<RateCard> of(TenantId tenant) {
        var rates = rates(tenant);
        return rates.values().stream().findFirst().map(first -> {
            var operations = new LinkedHashMap<String, RateCard.Operation>();
            rates.forEach((name, rate) -> operations.put(name, rate.terms()));
            return new RateCard(first.meter().value(), operations);
        });
    }

    @Override
    public Quote quote(TenantId tenant, String operation, Map<String, Object> attributes) {
        var rate = Optional.ofNullable(rates(tenant).get(operation)).orElseThrow(() -> unknown(operation));
        var meter = meters.find(tenant, rate.meter())
                .orElseThrow(() -> Refusal.invalidField("meter", "METER_UNKNOWN").asException());
        return RateCardPricing.quote(operation, rate.terms(), meter, attributes);
    }

    private Map<String, Rate> rates(TenantId tenant) {
        return recent.get(tenant, key -> byOperation(table.committed(key)));
    }

    private static Map<String, Rate> byOperation(List<Rate> rates) {
        var map = new LinkedHashMap<String, Rate>();
        rates.forEach(rate -> map.put(rate.operation(), rate));
        return map;
    }

    private static void require(Map<String, String> wrong) {
        if (!wrong.isEmpty()) {
            throw new Refusal(Refusal.Kind.INVALID, "VALIDATION_FAILED", List.of(), Map.of(), wrong).asException();
        }
    }

    /** Names come from callers: one that is no name at all is not repeated at length. */
    private static RefusedException unknown(String operation) {
        String name = operation == null ? "" : operation.substring(0, Math.min(64, operation.length()));
        return Refusal.invalid("OPERATION_UNKNOWN", name).asException();
    }
}
