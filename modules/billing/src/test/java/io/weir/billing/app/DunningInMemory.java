package io.weir.billing.app;

import io.weir.billing.api.Invoice.Kind;
import io.weir.billing.api.Invoice.Status;
import io.weir.billing.domain.dunning.DunningBook;
import io.weir.billing.domain.dunning.DunningEvent;
import io.weir.billing.domain.dunning.StoredDunning;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Dunning kept in memory beside the invoices that it is about. */
final class DunningInMemory implements DunningBook {
    final Map<UUID, StoredDunning> cases = new LinkedHashMap<>();
    final List<String> story = new ArrayList<>();
    private final Ledgers invoices;

    DunningInMemory(Ledgers invoices) {
        this.invoices = invoices;
    }

    @Override
    public void add(StoredDunning begun) {
        cases.put(begun.invoice(), begun);
    }

    @Override
    public Optional<StoredDunning> find(UUID invoice) {
        return Optional.ofNullable(cases.get(invoice));
    }

    @Override
    public Optional<StoredDunning> lock(UUID invoice) {
        return find(invoice);
    }

    @Override
    public List<UUID> unbegun(int most) {
        return invoices.invoices.stream().filter(each -> each.status() == Status.OPEN && each.kind() == Kind.INVOICE)
                .map(each -> each.id()).filter(id -> !cases.containsKey(id)).limit(most).toList();
    }

    @Override
    public List<UUID> due(Instant by, UUID after, int most) {
        return cases.values().stream().filter(each -> each.isDue(by)).map(StoredDunning::invoice)
                .filter(id -> id.toString().compareTo(after.toString()) > 0).sorted().limit(most).toList();
    }

    @Override
    public Optional<Instant> next(Instant after) {
        return cases.values().stream().flatMap(each -> each.nextAt().stream()).filter(at -> at.isAfter(after))
                .min(Instant::compareTo);
    }

    @Override
    public void note(DunningEvent event) {
        story.add(event.told().what() + event.told().words().map(words -> " " + words).orElse("")
                + event.told().declined().map(why -> " " + why.code() + " " + why.card().orElse("")).orElse(""));
    }

    @Override
    public List<DunningEvent> events(UUID invoice) {
        return List.of();
    }
}
