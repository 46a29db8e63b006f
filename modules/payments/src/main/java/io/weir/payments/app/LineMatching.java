package io.weir.payments.app;

import io.weir.kernel.api.TenantId;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.Statements.Hint;
import io.weir.payments.api.Statements.Line;
import io.weir.payments.api.Statements.Proposal;
import io.weir.payments.domain.statements.Incoming;
import io.weir.payments.domain.statements.Matching;
import io.weir.payments.domain.statements.ReferenceText;
import io.weir.payments.store.CandidateRows;
import io.weir.payments.store.LineRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Holds the open lines against the payments, in the caller's transaction. Worked out anew each time it is asked. */
@ApplicationScoped
public class LineMatching {
    /** The oldest. Who has more than these open gets proposals for the others when these are decided. */
    private static final int MOST_LINES = 5_000;

    @Inject
    LineRows lines;
    @Inject
    CandidateRows candidates;
    @Inject
    TenantGateways gateways;

    /** All open lines with their proposals, oldest first. */
    public Map<UUID, Line> open(TenantId tenant) {
        var open = lines.open(tenant, MOST_LINES);
        var incoming = open.stream().map(LineMatching::incoming).toList();
        var references = incoming.stream()
                .flatMap(line -> ReferenceText.of(line.words()).references().stream()).distinct().toList();
        var proposals = open.isEmpty() ? Map.<UUID, List<Proposal>>of()
                : new Matching(candidates.of(tenant, gateways.manualNames(), references)).propose(incoming);
        var found = new LinkedHashMap<UUID, Line>();
        open.forEach(line -> found.put(line.id(), with(line, proposals.getOrDefault(line.id(), List.of()))));
        return found;
    }

    public Map<PaymentId, List<Hint>> hints(TenantId tenant, Collection<PaymentId> wanted) {
        var hints = new HashMap<PaymentId, List<Hint>>();
        open(tenant).values().forEach(line -> line.proposals().stream()
                .filter(proposal -> wanted.contains(proposal.payment())).forEach(proposal ->
                        hints.computeIfAbsent(proposal.payment(), none -> new ArrayList<>())
                                .add(new Hint(line, proposal.match()))));
        hints.values().forEach(list -> list.sort(Comparator.comparing(Hint::match)));
        return hints;
    }

    private static Incoming incoming(Line line) {
        return new Incoming(line.id(), line.amount(), String.join(" ", Stream.concat(Stream.of(line.memo()),
                Stream.concat(line.bankReference().stream(), line.counterparty().stream())).toList()));
    }

    private static Line with(Line line, List<Proposal> proposals) {
        return new Line(line.id(), line.statement(), line.lineNo(), line.bookedOn(), line.amount(),
                line.counterparty(), line.memo(), line.bankReference(), line.status(), line.payment(),
                line.awaitsSecond(), line.note(), line.decidedBy(), line.decidedAt(), proposals);
    }
}
