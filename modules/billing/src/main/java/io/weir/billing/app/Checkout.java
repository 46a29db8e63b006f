package io.weir.billing.app;

import io.weir.billing.api.Purchases.HowToPay;
import io.weir.billing.api.Purchases.Ordered;
import io.weir.billing.domain.PricedOrder;
import io.weir.identity.api.Caller;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.RefusedException;
import io.weir.kernel.api.TenantId;
import io.weir.kernel.api.UserId;
import io.weir.payments.api.Payment;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.Payments;
import io.weir.payments.api.Recurring;
import io.weir.platform.api.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** From a priced order to its payment, or to its start when nothing is to be paid. Outside any transaction. */
@ApplicationScoped
public class Checkout {
    private Orders orders;
    private OrderTickets tickets;
    private Payments payments;
    private PaymentDescriptions descriptions;
    private StartedAtOnce atOnce;

    protected Checkout() {
    }

    @Inject
    public Checkout(Orders orders, OrderTickets tickets, Payments payments, PaymentDescriptions descriptions,
            StartedAtOnce atOnce) {
        this.orders = orders;
        this.tickets = tickets;
        this.payments = payments;
        this.descriptions = descriptions;
        this.atOnce = atOnce;
    }

    /**
     * What is bought. {@code name}: what the payment calls it. {@code keepsMethod}: invoices follow, which are charged
     * to what is paid with, where a gateway can keep that.
     */
    record Basket(Payment.Purpose purpose, String name, PricedOrder order, Optional<Recurring> recurring,
            boolean keepsMethod) {
    }

    /** An open invoice: what it still costs. */
    public record Claimed(Payment.Purpose purpose, String name, Money due) {
    }

    Ordered proceed(Caller caller, Basket basket, HowToPay how) {
        if (basket.order().total().isZero()) {
            return new Ordered(Optional.empty(), Optional.of(atOnce.start(caller.tenant(), Ids.next(),
                    basket.purpose(), basket.order())));
        }
        var opened = tickets.opened(caller, basket, how);
        return opened.isPresent() ? ordered(opened.get()) : open(caller, basket, how);
    }

    private Ordered open(Caller caller, Basket basket, HowToPay how) {
        UUID id = tickets.freeze(caller, basket, how);
        try {
            var regular = recurring(basket);
            return ordered(payments.request(caller.tenant(), order(caller, new PaymentId(id), how,
                    new Asked(basket.purpose(), basket.name(), basket.order().total(), regular,
                            basket.keepsMethod()))));
        } catch (RuntimeException failed) {
            dropUnlessKnown(caller, id);
            throw failed;
        }
    }

    /** Money that a gateway took all the same is settled by its order; only what nobody knows of is dropped. */
    private void dropUnlessKnown(Caller caller, UUID id) {
        if (!isKnown(caller, id)) {
            orders.drop(caller.tenant(), id);
        }
    }

    private boolean isKnown(Caller caller, UUID id) {
        try {
            payments.payment(caller.tenant(), new PaymentId(id));
            return true;
        } catch (RefusedException unknown) {
            return false;
        }
    }

    /** A gateway charges the same each time, so that it is asked to go on only with the price that will be right. */
    private static Optional<Recurring> recurring(Basket basket) {
        boolean regular = basket.order().from().isEmpty()
                && basket.order().coupon().map(redeemed -> redeemed.coupon().periods().isEmpty()).orElse(true);
        return regular ? basket.recurring() : Optional.empty();
    }

    Ordered pay(Caller caller, Claimed claimed, HowToPay how) {
        return ordered(pay(new Payer(caller.tenant(), caller.requireAccount(), caller.requireUser(), true), claimed,
                how.gateway(), how.returns()));
    }

    /** Who pays, in whose name. {@code signedIn}: only of those is kept what they pay with. */
    record Payer(TenantId tenant, AccountId account, UserId user, boolean signedIn) {
    }

    Payment pay(Payer payer, Claimed claimed, Optional<String> gateway, Payments.Return returns) {
        return payments.request(payer.tenant(), new Payments.Order(payer.account(), payer.user(), claimed.due(),
                descriptions.of(payer.tenant(), claimed.name()), claimed.purpose(), gateway, returns,
                Optional.empty(), new PaymentId(Ids.next()), payer.signedIn()));
    }

    private record Asked(Payment.Purpose purpose, String name, Money amount, Optional<Recurring> recurring,
            boolean keepsMethod) {
    }

    private Payments.Order order(Caller caller, PaymentId id, HowToPay how, Asked asked) {
        return new Payments.Order(caller.requireAccount(), caller.requireUser(), asked.amount(),
                descriptions.of(caller.tenant(), asked.name()), asked.purpose(), how.gateway(), how.returns(),
                asked.recurring(), id, asked.keepsMethod());
    }

    private static Ordered ordered(Payment payment) {
        return new Ordered(Optional.of(payment), Optional.empty());
    }
}
