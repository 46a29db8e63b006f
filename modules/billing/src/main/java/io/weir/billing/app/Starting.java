package io.weir.billing.app;

import io.weir.billing.domain.CreditPurpose;
import io.weir.billing.domain.PurchaseKind;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.Period;
import io.weir.kernel.api.TenantId;
import io.weir.payments.api.Payment.Purpose;
import io.weir.subscriptions.api.CreditPurchases;
import io.weir.subscriptions.api.Extensions;
import io.weir.subscriptions.api.Subscription;
import io.weir.subscriptions.api.Subscriptions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Starts what was bought, in the caller's transaction. The cause makes a second time start nothing. */
@ApplicationScoped
public class Starting {
    private Subscriptions subscriptions;
    private Extensions extensions;
    private CreditPurchases credits;
    private CreditWords words;

    protected Starting() {
    }

    @Inject
    public Starting(Subscriptions subscriptions, Extensions extensions, CreditPurchases credits, CreditWords words) {
        this.subscriptions = subscriptions;
        this.extensions = extensions;
        this.credits = credits;
        this.words = words;
    }

    Started start(TenantId tenant, AccountId account, Purpose purpose, Bought bought) {
        return switch (PurchaseKind.of(purpose)) {
            case SUBSCRIPTION -> Started.of(subscriptions.activate(tenant, account, item(purpose), bought.cause()));
            case EXTENSION -> Started.of(extensions.activate(tenant, account, item(purpose), bought.cause())
                    .extensionPackageName());
            case CREDITS -> Started.of(words.of(tenant, credits.activate(tenant, account, CreditPurpose.read(purpose),
                    bought.paid(), bought.cause())));
            case RENEWAL, INVOICE -> throw new IllegalArgumentException(purpose.kind() + " is not bought");
        };
    }

    static UUID item(Purpose purpose) {
        return UUID.fromString(purpose.item());
    }

    /** What was paid for it, and what it is started for, once. */
    record Bought(Money paid, String cause) {
    }

    /** What is going on since, and what it is called. */
    record Started(String name, Optional<UUID> subscription, Optional<Period> period) {
        static Started of(String name) {
            return new Started(name, Optional.empty(), Optional.empty());
        }

        static Started of(Subscription subscription) {
            return new Started(subscription.plan().name(), Optional.of(subscription.id()),
                    Optional.of(subscription.period()));
        }
    }
}
