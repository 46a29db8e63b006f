package io.weir.billing.app;

import io.weir.kernel.api.TenantId;
import io.weir.platform.api.SetAside;
import io.weir.platform.api.SetAside.Pieces;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;

/**
 * All that periods of one tenant leave to be billed, one kind of work after the other, so that numbers come in the same
 * order however often a run is cut short.
 */
@ApplicationScoped
public class Closing {
    private DueBilling due;
    private SetAside aside;

    protected Closing() {
    }

    @Inject
    public Closing(DueBilling due, SetAside aside) {
        this.due = due;
        this.aside = aside;
    }

    /** Answers whether all is done; false when it was told to stop. */
    boolean runDue(TenantId tenant, BooleanSupplier goOn) {
        return aside.workOff(tenant, "billing.draft-usage", pieces(tenant, due::over, due::draft), goOn)
                && aside.workOff(tenant, "billing.make-final", pieces(tenant, due::waited, due::makeFinal), goOn)
                && aside.workOff(tenant, "billing.renew", pieces(tenant, due::ending, due::renew), goOn)
                && aside.workOff(tenant, "billing.seal", pieces(tenant, due::unsealed, due::seal), goOn);
    }

    private static Pieces pieces(TenantId tenant, BiFunction<TenantId, Integer, List<UUID>> due,
            BiConsumer<TenantId, List<UUID>> work) {
        return new Pieces() {
            @Override
            public List<UUID> due(int most) {
                return due.apply(tenant, most);
            }

            @Override
            public void work(List<UUID> page) {
                work.accept(tenant, page);
            }
        };
    }
}
