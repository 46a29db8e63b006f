package io.weir.billing.app;

import io.weir.billing.api.Invoice.Reason;
import io.weir.billing.api.Invoice.Status;
import io.weir.billing.domain.InvoiceBook;
import io.weir.billing.domain.StoredInvoice;
import io.weir.billing.domain.dunning.DunningBook;
import io.weir.billing.domain.dunning.StoredDunning;
import io.weir.billing.domain.dunning.Tried;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.Ids;
import io.weir.platform.api.TenantScoped;
import io.weir.platform.api.Time;
import io.weir.tenancy.api.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One step of one invoice's dunning, in a transaction with all that it does and with its being crossed off; the invoice
 * is locked first, its dunning second.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
@TenantScoped
public class DunningSteps {
    private static final int MOST = 100;
    private InvoiceBook book;
    private DunningBook dunnings;
    private DunningEffects effects;
    private InvoiceParties parties;
    private Tenants tenants;
    private Time time;

    protected DunningSteps() {
    }

    @Inject
    public DunningSteps(InvoiceBook book, DunningBook dunnings, DunningEffects effects, InvoiceParties parties,
            Tenants tenants, Time time) {
        this.book = book;
        this.dunnings = dunnings;
        this.effects = effects;
        this.parties = parties;
        this.tenants = tenants;
        this.time = time;
    }

    /** Money is to be tried under this name, once. */
    public record Attempt(UUID invoice, UUID payment, AccountId account, Money due, String number) {
    }

    /** {@code more}: another step is due by now. */
    public record Done(Optional<Attempt> attempt, boolean more) {
        static final Done NOTHING = new Done(Optional.empty(), false);
    }

    /** With invoices that are open since the last time. Answers whether there may be more. */
    public boolean beginSome(TenantId tenant) {
        var found = dunnings.unbegun(MOST);
        found.forEach(id -> book.lock(id).filter(invoice -> invoice.status() == Status.OPEN)
                .filter(invoice -> dunnings.find(id).isEmpty()).ifPresent(invoice -> begin(tenant, invoice)));
        return found.size() >= MOST;
    }

    private void begin(TenantId tenant, StoredInvoice open) {
        var dunning = new StoredDunning(open, parties.deadlines(tenant).dunning(), tenants.byId(tenant).zone(),
                time.now(tenant));
        dunnings.add(dunning);
        if (open.reason() == Reason.RENEWAL) {
            effects.keepAccess(tenant, open, dunning);
        }
    }

    public List<UUID> due(TenantId tenant, UUID after, int most) {
        return dunnings.due(time.now(tenant), after, most);
    }

    public Optional<Instant> next(TenantId tenant, Instant after) {
        return dunnings.next(after);
    }

    /** What is due of it now; nothing when it is not due any more. */
    public Done step(TenantId tenant, UUID id) {
        var now = time.now(tenant);
        var invoice = book.lock(id).orElseThrow();
        var found = dunnings.lock(id).filter(dunning -> dunning.isDue(now));
        if (found.isEmpty()) {
            return Done.NOTHING;
        }
        if (invoice.status() != Status.OPEN) {
            effects.end(tenant, invoice, found.get());
            return Done.NOTHING;
        }
        return step(tenant, invoice, found.get());
    }

    private Done step(TenantId tenant, StoredInvoice invoice, StoredDunning dunning) {
        var now = time.now(tenant);
        switch (dunning.step().kind()) {
            case RETRY -> {
                if (!dunning.isOvertaken(now)) {
                    return new Done(Optional.of(attempt(invoice, dunning)), true);
                }
            }
            case REMIND -> {
                if (!dunning.isOvertaken(now)) {
                    effects.tell(tenant, invoice, dunning, dunning.schedule().letter(dunning.step().days()));
                }
            }
            case UNPAID -> effects.unpaid(tenant, invoice, dunning);
            case GIVE_UP -> {
                effects.giveUp(tenant, invoice, dunning);
                return Done.NOTHING;
            }
        }
        dunning.goOn(now);
        return new Done(Optional.empty(), dunning.isDue(now));
    }

    private static Attempt attempt(StoredInvoice invoice, StoredDunning dunning) {
        return new Attempt(invoice.id(), dunning.attempt(Ids.next()), invoice.account(), invoice.due(),
                invoice.number().orElseThrow());
    }

    /** Out of its turn. Empty when nothing is due of the invoice. */
    public Optional<Attempt> attempt(TenantId tenant, UUID id) {
        var invoice = book.lock(id).orElseThrow();
        var dunning = dunnings.lock(id).orElseThrow();
        dunning.requireRunning();
        if (invoice.status() != Status.OPEN) {
            effects.end(tenant, invoice, dunning);
            return Optional.empty();
        }
        return Optional.of(attempt(invoice, dunning));
    }

    /** The invoice may be known to be paid by then: that it was this attempt is written down all the same. */
    public void attempted(TenantId tenant, Attempt attempt, Tried tried) {
        var now = time.now(tenant);
        var invoice = book.lock(attempt.invoice()).orElseThrow();
        dunnings.lock(attempt.invoice()).filter(dunning -> !dunning.isOver() || tried.isPaid()).ifPresent(dunning -> {
            dunning.attempted(tried, now);
            effects.tried(tenant, invoice, dunning, tried);
            if (!dunning.isOver() && invoice.status() != Status.OPEN) {
                effects.end(tenant, invoice, dunning);
            }
        });
    }

    /** The gateway says at last that a charge, which was waited for, is declined. Quiet when that is known. */
    public void heard(TenantId tenant, UUID id, UUID payment, Tried declined) {
        book.lock(id).ifPresent(invoice -> dunnings.lock(id).filter(dunning -> !dunning.isOver())
                .filter(dunning -> dunning.heard(payment, declined))
                .ifPresent(dunning -> effects.tried(tenant, invoice, dunning, declined)));
    }

    /** Nothing of it is to be paid any more, for whatever reason. Quiet when that is known. */
    public void settle(TenantId tenant, UUID id) {
        book.lock(id).filter(invoice -> invoice.status() != Status.OPEN).ifPresent(invoice -> dunnings.lock(id)
                .filter(dunning -> !dunning.isOver()).ifPresent(dunning -> effects.end(tenant, invoice, dunning)));
    }

    /** Whether what its invoice comes to is up to dunning: then nobody else takes it back when its plan ends. */
    @Transactional
    public boolean decides(TenantId tenant, UUID subscription) {
        return book.open(subscription, Reason.RENEWAL).stream()
                .anyMatch(open -> dunnings.find(open.id()).filter(StoredDunning::isOver).isEmpty());
    }
}
