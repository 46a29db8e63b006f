package io.weir.billing.app;

import io.weir.billing.api.Dunning;
import io.weir.billing.domain.InvoiceBook;
import io.weir.billing.domain.StoredInvoice;
import io.weir.billing.domain.dunning.DunningBook;
import io.weir.billing.domain.dunning.DunningEvent;
import io.weir.billing.domain.dunning.StoredDunning;
import io.weir.billing.store.JpaDunningCases;
import io.weir.kernel.api.Page;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.AuditLog;
import io.weir.platform.api.TenantScoped;
import io.weir.platform.api.Time;
import io.weir.tenancy.api.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;

/** An administrator's word, with invoice and dunning locked. */
@ApplicationScoped
@Transactional
@TenantScoped
public class DunningDesk implements Dunning {
    @Inject
    InvoiceBook book;
    @Inject
    DunningBook dunnings;
    @Inject
    JpaDunningCases cases;
    @Inject
    DunningEffects effects;
    @Inject
    TakenPlans plans;
    @Inject
    DunningRun run;
    @Inject
    DunningReading reading;
    @Inject
    Tenants tenants;
    @Inject
    Time time;
    @Inject
    AuditLog audit;

    @Override
    public Page<Case> cases(TenantId tenant, Filter filter, Page.Request page) {
        return cases.page(filter, page);
    }

    @Override
    public List<Sum> sums(TenantId tenant) {
        return cases.sums(tenants.byId(tenant).currency());
    }

    @Override
    public Told told(TenantId tenant, UUID invoice) {
        return new Told(found(invoice), dunnings.events(invoice).stream().map(DunningEvent::told).toList());
    }

    @Override
    public Optional<Instant> endsPlanAt(TenantId tenant, UUID invoice) {
        return dunnings.find(invoice).filter(dunning -> !dunning.isOver() && !dunning.isPaused())
                .filter(dunning -> dunning.stage() != Stage.UNPAID)
                .filter(dunning -> book.find(invoice).filter(owed -> plans.hasPlan(tenant, owed)).isPresent())
                .flatMap(dunning -> dunning.schedule().unpaidAt());
    }

    private Case found(UUID invoice) {
        return cases.find(invoice).orElseThrow(DunningReading::unknown);
    }

    @Override
    public Case pause(TenantId tenant, UUID invoice, String reason) {
        return decide(tenant, invoice, "paused", Optional.of(reason), (owed, dunning) -> {
            dunning.pause();
            effects.keepAccess(tenant, owed, dunning);
        });
    }

    @Override
    public Case resume(TenantId tenant, UUID invoice) {
        return decide(tenant, invoice, "resumed", Optional.empty(), (owed, dunning) -> {
            dunning.resume();
            effects.keepAccess(tenant, owed, dunning);
        });
    }

    @Override
    public Case stop(TenantId tenant, UUID invoice, String reason) {
        return decide(tenant, invoice, "stopped", Optional.of(reason), (owed, dunning) -> {
            dunning.end(Stage.STOPPED, time.now(tenant));
            effects.keepAccess(tenant, owed, dunning);
        });
    }

    @Override
    @Transactional(Transactional.TxType.SUPPORTS)
    public Case retry(TenantId tenant, UUID invoice) {
        reading.running(tenant, invoice);
        run.retry(tenant, invoice);
        return reading.audited(tenant, invoice);
    }

    private Case decide(TenantId tenant, UUID id, String what, Optional<String> reason,
            BiConsumer<StoredInvoice, StoredDunning> verb) {
        var owed = book.lock(id).orElseThrow(DunningReading::unknown);
        var dunning = dunnings.lock(id).orElseThrow(DunningReading::unknown);
        verb.accept(owed, dunning);
        effects.note(tenant, dunning, what, reason);
        audit.record(tenant, "dunning." + what, "invoice/" + id, null, reason.map(why -> Map.of("reason", why))
                .orElse(Map.of()));
        return found(id);
    }
}
