package io.weir.subscriptions.app;

import io.weir.kernel.api.TenantId;
import io.weir.platform.api.SetAside;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** Everything that is due is one page, and what fails is told. */
final class AllAtOnce implements SetAside {
    @Override
    public boolean workOff(TenantId tenant, String job, Pieces pieces, BooleanSupplier goOn) {
        for (var due = pieces.due(100); !due.isEmpty(); due = pieces.due(100)) {
            pieces.work(due);
        }
        return true;
    }

    @Override
    public List<Piece> of(TenantId tenant) {
        return List.of();
    }

    @Override
    public boolean retry(TenantId tenant, UUID id) {
        return false;
    }
}
