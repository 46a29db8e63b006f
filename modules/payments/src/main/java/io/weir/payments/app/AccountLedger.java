package io.weir.payments.app;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.Page;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.payments.api.AccountCredits;
import io.weir.payments.api.Decision;
import io.weir.payments.api.PaymentId;
import io.weir.payments.store.CreditRows;
import io.weir.payments.store.CreditRows.Booking;
import io.weir.payments.store.PaymentRows;
import io.weir.platform.api.TenantScoped;
import io.weir.tenancy.api.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Accounts' money as a ledger; the sum's row is the lock. */
@ApplicationScoped
@Transactional
@TenantScoped
public class AccountLedger implements AccountCredits {
    @Inject
    CreditRows rows;
    @Inject
    PaymentRows payments;
    @Inject
    Tenants tenants;
    @Inject
    CreditByHand byHand;

    @Override
    public Money balance(TenantId tenant, AccountId account) {
        return rows.balance(tenant, account, tenants.byId(tenant).currency());
    }

    @Override
    public Page<Entry> entries(TenantId tenant, AccountId account, Page.Request page) {
        return rows.page(tenant, account, page);
    }

    @Override
    public void spend(TenantId tenant, AccountId account, Money amount, String cause) {
        book(tenant, new Booking(account, Kind.SPENT, negative(amount), cause, Optional.empty()));
    }

    @Override
    public void giveBack(TenantId tenant, PaymentId payment, Money amount, String cause, String note) {
        var account = payments.find(payment).orElseThrow(() -> Refusal.notFound("PAYMENT_NOT_FOUND").asException())
                .toPayment().account();
        book(tenant, new Booking(account, Kind.RETURNED, amount, cause, Optional.of(note)));
    }

    @Override
    public void takeBack(TenantId tenant, AccountId account, Money amount, String given, String cause) {
        if (!rows.isBooked(tenant, given)) {
            return;
        }
        var balance = rows.lockedBalance(tenant, account, amount.currency());
        var taken = amount.compareTo(balance) > 0 ? balance : amount;
        if (!taken.isZero()) {
            book(tenant, new Booking(account, Kind.ADJUSTMENT, negative(taken), cause, Optional.empty()));
        }
    }

    @Override
    public Optional<Decision> add(TenantId tenant, AccountId account, ByHand wish) {
        return byHand.move(tenant, account, Decision.Kind.CREDIT, wish);
    }

    @Override
    public Optional<Decision> payOut(TenantId tenant, AccountId account, ByHand wish) {
        return byHand.move(tenant, account, Decision.Kind.PAY_OUT, wish);
    }

    private void book(TenantId tenant, Booking booking) {
        if (!rows.book(tenant, booking)) {
            throw Refusal.conflict("CREDIT_INSUFFICIENT").asException();
        }
    }

    private static Money negative(Money amount) {
        return Money.zero(amount.currency()).minus(amount);
    }
}
