package io.weir.payments.domain.statements;

import io.weir.kernel.api.Money;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.Statements.Match;
import io.weir.payments.api.Statements.Proposal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds for each open line the payments that it may be for: by a reference in its words, by the amount, best by both.
 * It proposes; people decide. Lines are looked at in the order given, which says who is first where two would do.
 */
public final class Matching {
    /** Of one line; more help nobody. */
    private static final int MOST = 5;
    private final Map<String, Candidate> byReference;
    private final Map<Money, List<Candidate>> byAmount;
    private final Map<Long, Candidate> byOrderCode;

    /** @param candidates open payments, and those decided ones whose references the lines name */
    public Matching(List<Candidate> candidates) {
        byReference = candidates.stream().collect(Collectors.toMap(
                candidate -> ReferenceText.of(candidate.reference()).plain(), Function.identity(), Matching::open));
        byOrderCode = candidates.stream().collect(Collectors.toMap(Candidate::orderCode, Function.identity()));
        byAmount = candidates.stream().filter(Candidate::open).collect(Collectors.groupingBy(Candidate::asked));
    }

    /** The best first; lines without any have an empty list. */
    public Map<UUID, List<Proposal>> propose(List<Incoming> lines) {
        var amounts = lines.stream().collect(Collectors.groupingBy(Incoming::amount, Collectors.counting()));
        var taken = new HashSet<PaymentId>();
        var proposals = new LinkedHashMap<UUID, List<Proposal>>();
        lines.forEach(line -> proposals.put(line.line(), of(line, amounts.get(line.amount()) == 1, taken)));
        return proposals;
    }

    private List<Proposal> of(Incoming line, boolean amountIsUnique, Set<PaymentId> taken) {
        var text = ReferenceText.of(line.words());
        var found = named(text).map(candidate -> byName(line, candidate, taken)).collect(
                Collectors.toCollection(ArrayList::new));
        if (found.stream().noneMatch(proposal -> proposal.match().isApprovable())) {
            found.addAll(byAmount(line, text, amountIsUnique));
        }
        return found.stream().sorted(Comparator.comparing(Proposal::match)).limit(MOST).toList();
    }

    private Stream<Candidate> named(ReferenceText text) {
        var byShape = text.references().stream().flatMap(reference -> Stream.ofNullable(byReference.get(reference)));
        var byOrder = text.orderCodes().stream().flatMap(code -> Stream.ofNullable(byOrderCode.get(code)));
        return Stream.concat(byShape, byOrder).distinct();
    }

    private static Proposal byName(Incoming line, Candidate candidate, Set<PaymentId> taken) {
        return new Proposal(candidate.payment(), candidate.reference(), match(line, candidate, taken),
                candidate.asked(), Optional.of(candidate.reference()));
    }

    private static Match match(Incoming line, Candidate candidate, Set<PaymentId> taken) {
        if (candidate.byHand().contains(line.amount())) {
            return Match.KNOWN;
        }
        if (!candidate.open()) {
            return Match.DECIDED;
        }
        if (!line.amount().currency().equals(candidate.asked().currency())) {
            return Match.OTHER_CURRENCY;
        }
        int difference = line.amount().compareTo(candidate.asked());
        if (difference == 0) {
            return taken.add(candidate.payment()) ? Match.EXACT : Match.TWICE;
        }
        return difference < 0 ? Match.LESS : Match.MORE;
    }

    private List<Proposal> byAmount(Incoming line, ReferenceText text, boolean amountIsUnique) {
        var same = byAmount.getOrDefault(line.amount(), List.of());
        var likely = same.stream().flatMap(candidate -> text.nearly(candidate.reference()).stream()
                .map(part -> proposal(candidate, Match.LIKELY, Optional.of(part)))).toList();
        if (!likely.isEmpty()) {
            return likely;
        }
        return amountIsUnique && same.size() == 1
                ? List.of(proposal(same.get(0), Match.AMOUNT, Optional.empty())) : List.of();
    }

    private static Proposal proposal(Candidate candidate, Match match, Optional<String> part) {
        return new Proposal(candidate.payment(), candidate.reference(), match, candidate.asked(), part);
    }

    /** A reference is unique among open payments; an old one may have had it too. */
    private static Candidate open(Candidate one, Candidate other) {
        return other.open() ? other : one;
    }
}
