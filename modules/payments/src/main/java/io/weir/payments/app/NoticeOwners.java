package io.weir.payments.app;

import io.weir.kernel.api.TenantId;
import io.weir.payments.api.Notices.Delivery;
import io.weir.payments.spi.Gateway;
import io.weir.payments.spi.Subject;
import io.weir.payments.store.OwnerSearch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * Whose a notice is: the tenant in its address; else the one of the order that it claims to be about, which decides no
 * more than whose key has to verify it; else the one whose host it came to.
 */
@ApplicationScoped
public class NoticeOwners {
    @Inject
    OwnerSearch search;

    public TenantId of(Gateway gateway, Delivery delivery) {
        return delivery.named().or(() -> gateway.claimedSubject(delivery.body())
                .flatMap(subject -> owner(gateway, subject))).orElse(delivery.host());
    }

    private Optional<TenantId> owner(Gateway gateway, Subject subject) {
        return subject.payment().flatMap(search::ofPayment)
                .or(() -> subject.orderCode().isPresent() ? search.ofOrder(subject.orderCode().getAsLong())
                        : Optional.empty())
                .or(() -> subject.gatewayReference().flatMap(money -> search.ofMoney(gateway.name(), money)))
                .or(() -> subject.agreement().flatMap(name -> search.ofAgreement(gateway.name(), name)));
    }
}
