package io.weir.subscriptions.app;

import io.weir.kernel.api.Page;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.AuditLog;
import java.util.ArrayList;
import java.util.List;

final class FakeAudit implements AuditLog {
    final List<String> actions = new ArrayList<>();

    @Override
    public void record(TenantId tenant, String action, String subject, Object before, Object after) {
        actions.add(action);
    }

    @Override
    public Page<Entry> entries(TenantId tenant, Page.Request page) {
        throw new UnsupportedOperationException();
    }
}
