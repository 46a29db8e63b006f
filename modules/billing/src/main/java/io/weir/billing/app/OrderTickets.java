package io.weir.billing.app;

import io.weir.billing.api.Purchases.HowToPay;
import io.weir.billing.app.Checkout.Basket;
import io.weir.identity.api.Caller;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.RefusedException;
import io.weir.payments.api.Payment;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.Payments;
import io.weir.platform.api.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** A form that is sent twice orders once: its ticket names the order, and so the payment. */
@ApplicationScoped
public class OrderTickets {
    private Orders orders;
    private Payments payments;

    protected OrderTickets() {
    }

    @Inject
    public OrderTickets(Orders orders, Payments payments) {
        this.orders = orders;
        this.payments = payments;
    }

    /** What the same form has opened for the same wish; what is over or was for something else counts no more. */
    Optional<Payment> opened(Caller caller, Basket basket, HowToPay how) {
        return how.ticket().flatMap(ticket -> known(caller, ticket))
                .filter(payment -> payment.status().isOpen() && payment.purpose().equals(basket.purpose())
                        && payment.amount().equals(basket.order().total())
                        && how.gateway().map(payment.gateway()::equals).orElse(true));
    }

    /** Writes the order down under its ticket, or under a name of its own where that was used up. */
    UUID freeze(Caller caller, Basket basket, HowToPay how) {
        var ticket = how.ticket().filter(each -> !isUsedUp(caller, each));
        UUID id = ticket.orElseGet(Ids::next);
        try {
            orders.freeze(caller.tenant(), id, basket.order());
        } catch (RefusedException refused) {
            throw refused;
        } catch (RuntimeException failed) {
            if (ticket.filter(each -> orders.isOpen(caller.tenant(), each).isPresent()).isPresent()) {
                throw underWay();
            }
            throw failed;
        }
        return id;
    }

    private boolean isUsedUp(Caller caller, UUID ticket) {
        var open = orders.isOpen(caller.tenant(), ticket);
        if (open.orElse(false) && known(caller, ticket).isEmpty()) {
            throw underWay();
        }
        return open.isPresent();
    }

    private static RefusedException underWay() {
        return Refusal.conflict("ORDER_UNDER_WAY").asException();
    }

    private Optional<Payment> known(Caller caller, UUID ticket) {
        try {
            return Optional.of(payments.ofAccount(caller.tenant(), caller.requireAccount(), new PaymentId(ticket)));
        } catch (RefusedException unknown) {
            return Optional.empty();
        }
    }
}
