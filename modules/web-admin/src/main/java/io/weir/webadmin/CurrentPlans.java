package io.weir.webadmin;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Period;
import io.weir.kernel.api.RefusedException;
import io.weir.subscriptions.api.Subscription;
import io.weir.subscriptions.api.Subscriptions;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Which plan a customer has now. */
@RequestScoped
public class CurrentPlans {
    @Inject
    private Subscriptions subscriptions;
    @Inject
    private Visitor visitor;
    @Inject
    private Format format;

    /** Absent at a tenant that sells no plans. */
    Optional<Subscription> of(AccountId account) {
        try {
            return Optional.of(subscriptions.current(visitor.tenantId(), account));
        } catch (RefusedException noPlans) {
            return Optional.empty();
        }
    }

    String name(AccountId account) {
        return of(account).map(s -> s.plan().name()).orElse(Format.NOTHING);
    }

    String span(Period period) {
        String from = format.day(period.from());
        return period.until().map(until -> from + " – " + format.day(until))
                .orElseGet(() -> format.text("sinceDay", from));
    }
}
