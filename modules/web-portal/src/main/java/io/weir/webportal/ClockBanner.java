package io.weir.webportal;

import io.weir.platform.api.TenantClocks;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Says on every page that the tenant's clock is not the real one, lest its dates be taken for real. */
@Named
@RequestScoped
public class ClockBanner {
    @Inject
    private TenantClocks clocks;
    @Inject
    private Time time;
    @Inject
    private Visitor visitor;
    @Inject
    private Format format;

    /** Never where a failure is told, which must not need the database. */
    public boolean isShown() {
        return visitor.getTenant() != null && visitor.getTenant().sandbox() && visitor.at("broken").isEmpty()
                && clocks.isMoved(visitor.tenantId());
    }

    public String getText() {
        return format.text("clockBanner", format.day(time.now(visitor.tenantId())));
    }
}
