package io.weir.webportal;

import io.weir.kernel.api.Page;
import io.weir.kernel.api.Refusal;
import io.weir.payments.api.Payment;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.Payments;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The payment that an address is about: by {@code id}, by the order code that gateways bring back, or, when a gateway
 * brings back nothing, the account's newest. Who comes back from a gateway, or asks for it, has the gateway asked.
 */
@RequestScoped
public class PaymentSearch {
    private static final String ORDER_CODE = "[0-9]{1,16}";

    @Inject
    private Payments payments;
    @Inject
    private Visitor visitor;

    Payment payment() {
        var id = visitor.parameter("id");
        if (id.isPresent()) {
            var known = payments.ofAccount(visitor.tenantId(), visitor.account(), PaymentId.of(id.get()));
            return visitor.parameter("ask").isPresent() ? refreshed(known.orderCode()) : known;
        }
        return refreshed(orderCode().orElseGet(this::newest));
    }

    private Payment refreshed(long orderCode) {
        return payments.refreshed(visitor.tenantId(), visitor.account(), orderCode);
    }

    /** Of the address; absent when it has none. */
    Optional<Long> orderCode() {
        var given = Stream.of("orderCode", "order", "order_code").flatMap(name -> visitor.parameter(name).stream())
                .findFirst();
        if (given.isPresent() && !given.get().matches(ORDER_CODE)) {
            throw unknown();
        }
        return given.map(Long::parseLong);
    }

    private long newest() {
        return payments.history(visitor.tenantId(), visitor.account(), new Page.Request(1, 1)).items().stream()
                .findFirst().orElseThrow(PaymentSearch::unknown).orderCode();
    }

    private static RuntimeException unknown() {
        return Refusal.notFound("PAYMENT_NOT_FOUND").asException();
    }
}
