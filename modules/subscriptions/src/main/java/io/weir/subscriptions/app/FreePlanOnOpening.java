package io.weir.subscriptions.app;

import io.weir.platform.api.Together;
import io.weir.tenancy.api.AccountOpened;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** An account exists only together with its free plan. */
@ApplicationScoped
public class FreePlanOnOpening {
    private FreePlans freePlans;

    protected FreePlanOnOpening() {
    }

    @Inject
    public FreePlanOnOpening(FreePlans freePlans) {
        this.freePlans = freePlans;
    }

    void on(@Observes @Together AccountOpened opened) {
        freePlans.give(opened.tenant(), opened.account());
    }
}
