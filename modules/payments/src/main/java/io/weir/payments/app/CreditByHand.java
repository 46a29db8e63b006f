package io.weir.payments.app;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.kernel.api.UserId;
import io.weir.payments.api.AccountCredits;
import io.weir.payments.api.AccountCredits.ByHand;
import io.weir.payments.api.Decision;
import io.weir.payments.api.Decision.About;
import io.weir.payments.api.Decision.Kind;
import io.weir.payments.api.Seen;
import io.weir.payments.domain.HandNote;
import io.weir.payments.store.CreditRows;
import io.weir.payments.store.CreditRows.Booking;
import io.weir.platform.api.AuditLog;
import io.weir.platform.api.TenantScoped;
import io.weir.tenancy.api.Accounts;
import io.weir.tenancy.api.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What people put to an account's credit, and pay out of it; the sum's row is locked meanwhile. */
@ApplicationScoped
@Transactional
@TenantScoped
public class CreditByHand {
    private static final int LONGEST_NOTE = 255;

    @Inject
    CreditRows rows;
    @Inject
    HandDecisions decisions;
    @Inject
    Accounts accounts;
    @Inject
    Tenants tenants;
    @Inject
    AuditLog audit;

    /** @return what waits for a second person; empty when it is done */
    public Optional<Decision> move(TenantId tenant, AccountId account, Kind kind, ByHand wish) {
        check(tenant, wish.amount());
        requireOther(tenant, account, wish.by());
        var note = HandNote.of(wish.note(), LONGEST_NOTE);
        rows.lock(tenant, account, wish.amount().currency());
        requireEnough(tenant, account, kind, wish.amount());
        var decision = decisions.begin(tenant,
                new HandDecisions.Wish(kind, About.of(account), wish.amount(), note, wish.by()),
                new HandDecisions.Standing(now(tenant, account), wish.seen(),
                        alone(tenant, account, kind, wish.amount().currency())));
        if (decision.isWaiting()) {
            return Optional.of(decision);
        }
        book(tenant, decision);
        return Optional.empty();
    }

    public void confirm(TenantId tenant, Decision waiting, UserId by) {
        var account = waiting.about().account();
        requireOther(tenant, account, by);
        rows.lock(tenant, account, waiting.amount().currency());
        book(tenant, decisions.confirm(tenant, waiting.id(), by, now(tenant, account)));
    }

    private void book(TenantId tenant, Decision decision) {
        boolean isPayOut = decision.kind() == Kind.PAY_OUT;
        var account = decision.about().account();
        var booking = isPayOut
                ? new Booking(account, AccountCredits.Kind.PAID_OUT, negative(decision.amount()),
                        "pay-out/" + decision.id(), decision.note())
                : new Booking(account, AccountCredits.Kind.ADJUSTMENT, decision.amount(),
                        "adjustment/" + decision.id(), decision.note());
        if (!rows.book(tenant, booking)) {
            throw Refusal.conflict("CREDIT_INSUFFICIENT").asException();
        }
        audit.record(tenant, isPayOut ? "credit.paid-out" : "credit.added", "account/" + account, null,
                Map.of("amount", decision.amount().toString(), "note", decision.note().orElse("")));
    }

    private String now(TenantId tenant, AccountId account) {
        return Seen.ofCredit(rows.count(tenant, account));
    }

    /** Money that single people have put there lately, by whichever way, or have paid out. */
    private Money alone(TenantId tenant, AccountId account, Kind kind, Currency currency) {
        return decisions.alone(tenant, account, currency,
                kind == Kind.PAY_OUT ? Set.of(Kind.PAY_OUT) : Set.of(Kind.CREDIT, Kind.LINE_CREDIT));
    }

    private void requireEnough(TenantId tenant, AccountId account, Kind kind, Money amount) {
        if (kind == Kind.PAY_OUT
                && rows.balance(tenant, account, amount.currency()).compareTo(amount) < 0) {
            throw Refusal.conflict("CREDIT_INSUFFICIENT").asException();
        }
    }

    private void requireOther(TenantId tenant, AccountId account, UserId by) {
        if (accounts.account(tenant, account).owner().equals(by)) {
            throw Refusal.forbidden("OWN_ACCOUNT").asException();
        }
    }

    private void check(TenantId tenant, Money amount) {
        if (amount.minor() <= 0) {
            throw Refusal.invalid("AMOUNT_NOT_POSITIVE").asException();
        }
        if (!amount.currency().equals(tenants.byId(tenant).currency())) {
            throw Refusal.invalid("CURRENCY_MISMATCH").asException();
        }
    }

    private static Money negative(Money amount) {
        return Money.zero(amount.currency()).minus(amount);
    }
}
