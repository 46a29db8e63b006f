package io.weir.payments.app;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.TenantId;
import io.weir.payments.api.Decision;
import io.weir.payments.api.Decision.Kind;
import io.weir.payments.api.Decision.Status;
import io.weir.payments.store.DecisionRows;
import io.weir.tenancy.api.Tenant;
import java.time.Instant;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Decisions in a list. */
final class DecisionList extends DecisionRows {
    final Map<UUID, Decision> all = new LinkedHashMap<>();

    HandDecisions decisions(Tenant tenant, Fakes.Audit audit) {
        var decisions = new HandDecisions();
        decisions.rows = this;
        decisions.gateways = Fakes.gateways(tenant);
        decisions.audit = audit;
        decisions.time = new Fakes.StoppedClock();
        return decisions;
    }

    Decision only(Status status) {
        return all.values().stream().filter(one -> one.status() == status).reduce((one, other) -> {
            throw new AssertionError("two are " + status);
        }).orElseThrow();
    }

    @Override
    public void insert(TenantId tenant, Decision decision) {
        all.put(decision.id(), decision);
    }

    @Override
    public void decide(TenantId tenant, Decision decision) {
        all.put(decision.id(), decision);
    }

    @Override
    public Optional<Decision> lock(TenantId tenant, UUID id) {
        return Optional.ofNullable(all.get(id));
    }

    @Override
    public Optional<Decision> waitingFor(TenantId tenant, UUID subject) {
        return all.values().stream().filter(Decision::isWaiting)
                .filter(one -> one.about().subject().equals(subject)).findFirst();
    }

    @Override
    public Money alone(TenantId tenant, AccountId account, Currency currency, Set<Kind> kinds, Instant since) {
        return all.values().stream().filter(one -> one.status() == Status.DONE && one.second().isEmpty())
                .filter(one -> kinds.contains(one.kind())).map(Decision::amount)
                .reduce(Money.zero(currency), Money::plus);
    }

    @Override
    public boolean isSameSince(TenantId tenant, Decision decision, Instant since) {
        return all.values().stream().anyMatch(one -> one.kind() == decision.kind()
                && one.about().equals(decision.about()) && one.amount().equals(decision.amount())
                && one.by().equals(decision.by()) && one.status() != Status.WITHDRAWN);
    }
}
