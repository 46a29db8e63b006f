package io.weir.webportal;

import io.weir.metering.api.RateCards;
import io.weir.metering.api.UsageAlerts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What every page shows besides its own: the bell, and whether the tenant sells by credits. */
@Named
@RequestScoped
public class Menu {
    private static final int MOST = 99;

    @Inject
    private UsageAlerts alerts;
    @Inject
    private RateCards cards;
    @Inject
    private Visitor visitor;

    private Integer unseen;

    /** Alerts that nobody has looked at; none on the page that shows them. Asked once for a page. */
    public int getUnseen() {
        if (unseen == null) {
            unseen = visitor.at("alerts").isEmpty() ? alerts.unseen(visitor.tenantId(), visitor.account()) : 0;
        }
        return unseen;
    }

    public String getBadge() {
        return getUnseen() > MOST ? MOST + "+" : String.valueOf(getUnseen());
    }

    public boolean isCredits() {
        return cards.of(visitor.tenantId()).isPresent();
    }
}
