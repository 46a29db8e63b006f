package io.weir.payments.app;

import io.weir.payments.domain.PaymentEntity;
import io.weir.payments.spi.Subject;
import io.weir.payments.store.AgreementRows;
import io.weir.payments.store.PaymentRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Finds, and locks, the payment that a gateway's fact is about, by the first name that is known here. */
@ApplicationScoped
public class SubjectSearch {
    @Inject
    PaymentRows payments;
    @Inject
    AgreementRows agreements;

    public Optional<PaymentEntity> lock(String gateway, Subject subject) {
        return subject.payment().flatMap(payments::lock)
                .or(() -> subject.orderCode().isPresent() ? payments.lock(subject.orderCode().getAsLong())
                        : Optional.empty())
                .or(() -> subject.gatewayReference().flatMap(money -> payments.lockByMoney(gateway, money)))
                .or(() -> subject.agreement().flatMap(name -> agreements.firstPayment(gateway, name))
                        .flatMap(payments::lock));
    }
}
