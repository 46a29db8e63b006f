package io.weir.payments.app;

import io.weir.kernel.api.TenantId;
import io.weir.payments.api.Payment;
import io.weir.payments.api.PaymentClosed;
import io.weir.payments.api.PaymentSettled;
import io.weir.payments.domain.PaymentEntity;
import io.weir.platform.api.Outbox;
import io.weir.platform.api.Time;
import io.weir.platform.api.Together;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Decides a payment that the caller holds locked, and tells the others. That the entity's verbs refuse a second
 * decision makes each of these events happen at most once per payment.
 */
@ApplicationScoped
public class Settlement {
    @Inject
    @Together
    Event<PaymentSettled> settled;
    @Inject
    Outbox outbox;
    @Inject
    Time time;

    public Payment complete(TenantId tenant, PaymentEntity locked, Optional<String> gatewayReference,
            Optional<String> words) {
        locked.complete(gatewayReference, words, time.now(tenant));
        var payment = locked.toPayment();
        settled.fire(new PaymentSettled(tenant, payment));
        return payment;
    }

    public Payment reject(TenantId tenant, PaymentEntity locked, Optional<String> words) {
        locked.reject(words);
        return closed(tenant, locked);
    }

    public Payment fail(TenantId tenant, PaymentEntity locked, Optional<String> words) {
        locked.fail(words);
        return closed(tenant, locked);
    }

    public Payment cancel(TenantId tenant, PaymentEntity locked, Optional<String> words) {
        locked.cancel(words);
        return closed(tenant, locked);
    }

    private Payment closed(TenantId tenant, PaymentEntity decided) {
        outbox.publish(tenant, new PaymentClosed(tenant, decided.id().toString(), decided.status().word()));
        return decided.toPayment();
    }
}
