package io.weir.payments.app;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.kernel.api.UserId;
import io.weir.payments.api.Decision;
import io.weir.payments.api.Decision.About;
import io.weir.payments.api.Decision.Kind;
import io.weir.payments.api.Decision.Status;
import io.weir.payments.domain.ApprovalRule;
import io.weir.payments.domain.SeenRule;
import io.weir.payments.store.DecisionRows;
import io.weir.platform.api.AuditLog;
import io.weir.platform.api.Ids;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The one way by which people move money by hand, in the caller's transaction: what it is about is locked by the
 * caller, so that of two decisions the second sees what the first has done. Its deed is the caller's.
 */
@ApplicationScoped
public class HandDecisions {
    /** So that nobody gets by alone in small parts, what one person moves for an account is taken together. */
    private static final Duration TOGETHER = Duration.ofDays(30);

    @Inject
    DecisionRows rows;
    @Inject
    TenantGateways gateways;
    @Inject
    AuditLog audit;
    @Inject
    Time time;

    /** What somebody wants. */
    public record Wish(Kind kind, About about, Money amount, Optional<String> note, UserId by) {
    }

    /**
     * {@code now}: how it stands; {@code seen}: what the person says to have seen. {@code before}: what has moved
     * already and counts together with it.
     */
    public record Standing(String now, Optional<String> seen, Money before) {
    }

    /**
     * Writes it down: done, and the caller does it, or waiting for another person. Refused: {@code DECISION_WAITS},
     * {@code SEEN_CHANGED}, {@code SAME_AGAIN}.
     */
    public Decision begin(TenantId tenant, Wish wish, Standing standing) {
        rows.waitingFor(tenant, wish.about().subject()).ifPresent(waiting -> {
            throw Refusal.conflict("DECISION_WAITS").with("decision", waiting.id().toString()).asException();
        });
        SeenRule.require(standing.seen(), standing.now());
        boolean waits = ApprovalRule.of(gateways.tenant(tenant)).takesTwo(standing.before().plus(wish.amount()));
        var decision = new Decision(Ids.next(), wish.kind(), waits ? Status.WAITING : Status.DONE, wish.about(),
                wish.amount(), wish.note(), standing.now(), wish.by(), time.now(tenant), Optional.empty(),
                Optional.empty());
        SeenRule.refuseAgain(standing.seen().isEmpty()
                && rows.isSameSince(tenant, decision, time.now(tenant).minus(SeenRule.SAME_WITHIN)), standing.now());
        rows.insert(tenant, decision);
        if (waits) {
            record(tenant, "decision.waits", decision, Optional.empty());
        }
        return decision;
    }

    /** Another person agrees; the caller does it. */
    public Decision confirm(TenantId tenant, UUID id, UserId by, String now) {
        var waiting = waiting(tenant, id);
        if (waiting.by().equals(by)) {
            throw Refusal.conflict("APPROVED_BY_YOU").asException();
        }
        SeenRule.require(Optional.of(waiting.seen()), now);
        return decide(tenant, "decision.confirmed", waiting, new End(Status.DONE, by, Optional.empty()));
    }

    public Decision withdraw(TenantId tenant, UUID id, UserId by, Optional<String> note) {
        return decide(tenant, "decision.withdrawn", waiting(tenant, id), new End(Status.WITHDRAWN, by, note));
    }

    /** What waits about a line, a payment or an account itself. */
    public Optional<Decision> waitingFor(TenantId tenant, UUID subject) {
        return rows.waitingFor(tenant, subject);
    }

    /** What single people have moved for the account lately, by any of these kinds; its credit is locked. */
    public Money alone(TenantId tenant, AccountId account, Currency currency, Set<Kind> kinds) {
        return rows.alone(tenant, account, currency, kinds, time.now(tenant).minus(TOGETHER));
    }

    private Decision waiting(TenantId tenant, UUID id) {
        var known = rows.lock(tenant, id).orElseThrow(() -> Refusal.notFound("DECISION_NOT_FOUND").asException());
        if (!known.isWaiting()) {
            throw Refusal.conflict("DECISION_DECIDED").asException();
        }
        return known;
    }

    private Decision decide(TenantId tenant, String deed, Decision of, End end) {
        var decided = new Decision(of.id(), of.kind(), end.status(), of.about(), of.amount(), of.note(), of.seen(),
                of.by(), of.at(), Optional.of(end.by()), Optional.of(time.now(tenant)));
        rows.decide(tenant, decided);
        record(tenant, deed, decided, end.note());
        return decided;
    }

    private void record(TenantId tenant, String deed, Decision decision, Optional<String> note) {
        var words = new LinkedHashMap<String, String>(Map.of("kind", decision.kind().name(), "amount",
                decision.amount().toString(), "account", decision.about().account().toString()));
        decision.about().payment().ifPresent(payment -> words.put("payment", payment.toString()));
        decision.about().line().ifPresent(line -> words.put("line", line.toString()));
        words.put("seen", decision.seen());
        words.put("by", decision.by().toString());
        note.or(decision::note).ifPresent(text -> words.put("note", text));
        audit.record(tenant, deed, "decision/" + decision.id(), null, words);
    }

    private record End(Status status, UserId by, Optional<String> note) {
    }
}
