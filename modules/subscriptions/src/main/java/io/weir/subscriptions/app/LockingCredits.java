package io.weir.subscriptions.app;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.Period;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.metering.api.Allowances;
import io.weir.metering.api.Allowances.Grant;
import io.weir.metering.api.Allowances.GrantKind;
import io.weir.platform.api.Ids;
import io.weir.platform.api.TenantScoped;
import io.weir.subscriptions.api.CreditPurchases;
import io.weir.subscriptions.domain.CreditBook;
import io.weir.subscriptions.domain.CreditLot;
import io.weir.subscriptions.domain.Holdings;
import io.weir.subscriptions.domain.Shelf;
import io.weir.subscriptions.domain.StoredCreditPurchase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Each purchase becomes an allowance of its own that never ends; two of one account queue for it. */
@ApplicationScoped
@Transactional
@TenantScoped
public class LockingCredits implements CreditPurchases {
    private Shelf shelf;
    private Holdings holdings;
    private CreditBook book;
    private Allowances allowances;
    private Calendars calendars;

    protected LockingCredits() {
    }

    @Inject
    public LockingCredits(Shelf shelf, Holdings holdings, CreditBook book, Allowances allowances,
                          Calendars calendars) {
        this.shelf = shelf;
        this.holdings = holdings;
        this.book = book;
        this.allowances = allowances;
        this.calendars = calendars;
    }

    @Override
    public Purchase activate(TenantId tenant, AccountId account, Credits credits, Money paid, String cause) {
        var now = calendars.now(tenant);
        holdings.lock(account, now);
        return book.purchase(account, cause).map(StoredCreditPurchase::toPurchase).orElseGet(() -> {
            var bought = new StoredCreditPurchase(Ids.next(), account, lot(credits), paid, cause, now);
            book.add(bought);
            return open(tenant, account, bought.toPurchase());
        });
    }

    private CreditLot lot(Credits credits) {
        if (credits instanceof OfPackage offer) {
            return CreditLot.of(shelf.credits(offer.id())
                    .orElseThrow(() -> Refusal.notFound("CREDIT_PACKAGE_NOT_FOUND").asException()));
        }
        return CreditLot.of((Amount) credits);
    }

    private Purchase open(TenantId tenant, AccountId account, Purchase bought) {
        var source = "credits/" + bought.id();
        var credits = new Grant(bought.meter(), bought.credits(), GrantKind.CREDIT_PACKAGE, source);
        allowances.open(tenant, account, credits, Period.since(bought.purchasedAt()));
        if (bought.bonus() > 0) {
            var bonus = new Grant(bought.meter(), bought.bonus(), GrantKind.BONUS, source + "/bonus");
            allowances.raise(tenant, account, bonus, source);
        }
        return bought;
    }

    @Override
    public long takeBack(TenantId tenant, AccountId account, String cause, TakenBack back) {
        holdings.lock(account, calendars.now(tenant));
        return book.purchase(account, cause).map(StoredCreditPurchase::toPurchase).map(bought -> {
            long wanted = back.share().of(bought.credits()) + back.share().of(bought.bonus());
            return allowances.takeBack(tenant, account, new Allowances.TakeBack(bought.meter(), wanted,
                    "credits/" + bought.id(), back.source(), back.note()));
        }).orElse(0L);
    }

    @Override
    public List<Purchase> history(TenantId tenant, AccountId account) {
        return book.purchases(account).stream().map(StoredCreditPurchase::toPurchase).toList();
    }

    @Override
    public Optional<Purchase> byCause(TenantId tenant, AccountId account, String cause) {
        return book.purchase(account, cause).map(StoredCreditPurchase::toPurchase);
    }
}
