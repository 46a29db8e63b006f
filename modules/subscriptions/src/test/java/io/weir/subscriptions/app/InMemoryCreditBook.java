package io.weir.subscriptions.app;

import io.weir.kernel.api.AccountId;
import io.weir.subscriptions.domain.CreditBook;
import io.weir.subscriptions.domain.StoredCreditPurchase;
import java.util.LinkedList;
import java.util.List;
import java.util.Optional;

/** A list, the newest first. */
final class InMemoryCreditBook implements CreditBook {
    private final LinkedList<StoredCreditPurchase> purchases = new LinkedList<>();

    @Override
    public Optional<StoredCreditPurchase> purchase(AccountId account, String cause) {
        return purchases(account).stream().filter(p -> p.cause().equals(cause)).findFirst();
    }

    @Override
    public List<StoredCreditPurchase> purchases(AccountId account) {
        return purchases.stream().filter(p -> p.account().equals(account.toString())).toList();
    }

    @Override
    public void add(StoredCreditPurchase purchase) {
        purchases.addFirst(purchase);
    }
}
