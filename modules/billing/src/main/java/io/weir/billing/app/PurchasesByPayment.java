package io.weir.billing.app;

import io.weir.billing.api.Purchases;
import io.weir.billing.domain.PurchaseKind;
import io.weir.identity.api.Caller;
import io.weir.kernel.api.Refusal;
import io.weir.payments.api.Payment;
import io.weir.payments.api.Payments;
import io.weir.platform.api.TenantScoped;
import io.weir.subscriptions.api.Catalogue;
import io.weir.subscriptions.api.Extensions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/**
 * Opens a payment for what may be bought. Writes nothing itself, and so begins no transaction: payments decide
 * theirs, and a slow gateway is not waited for while one of ours is open.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
@TenantScoped
public class PurchasesByPayment implements Purchases {
    private Catalogue catalogue;
    private Extensions extensions;
    private CreditOffers credits;
    private Payments payments;
    private PaymentDescriptions descriptions;

    protected PurchasesByPayment() {
    }

    @Inject
    public PurchasesByPayment(Catalogue catalogue, Extensions extensions, CreditOffers credits, Payments payments,
                              PaymentDescriptions descriptions) {
        this.catalogue = catalogue;
        this.extensions = extensions;
        this.credits = credits;
        this.payments = payments;
        this.descriptions = descriptions;
    }

    @Override
    public Payment plan(Caller caller, UUID id, HowToPay how) {
        requireCustomer(caller);
        var plan = catalogue.plan(caller.tenant(), id);
        if (!plan.active()) {
            throw Refusal.notFound("PLAN_NOT_FOUND").asException();
        }
        if (plan.isFree()) {
            throw Refusal.invalid("PLAN_FREE").asException();
        }
        return request(caller, new Item(PurchaseKind.SUBSCRIPTION.purpose(id), plan.name(), plan.price(),
                Renewals.of(plan)), how);
    }

    @Override
    public Payment extension(Caller caller, UUID id, HowToPay how) {
        requireCustomer(caller);
        var extension = catalogue.extension(caller.tenant(), id);
        if (!extension.active()) {
            throw Refusal.notFound("EXTENSION_NOT_FOUND").asException();
        }
        extensions.requireExtendable(caller.tenant(), caller.requireAccount());
        return request(caller, new Item(PurchaseKind.EXTENSION.purpose(id), extension.name(), extension.price()), how);
    }

    @Override
    public Payment creditPackage(Caller caller, UUID id, HowToPay how) {
        requireCustomer(caller);
        return request(caller, credits.ofPackage(caller.tenant(), id), how);
    }

    @Override
    public Payment credits(Caller caller, long amount, HowToPay how) {
        requireCustomer(caller);
        return request(caller, credits.ofAmount(caller.tenant(), amount), how);
    }

    private void requireCustomer(Caller caller) {
        caller.requireAccount();
        caller.requireUser();
    }

    private Payment request(Caller caller, Item item, HowToPay how) {
        var description = descriptions.of(caller.tenant(), item.name());
        var order = new Payments.Order(caller.requireAccount(), caller.requireUser(), item.price(), description,
                item.purpose(), how.gateway(), how.returns(), item.recurring());
        return payments.request(caller.tenant(), order);
    }
}
