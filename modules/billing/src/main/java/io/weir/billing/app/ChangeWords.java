package io.weir.billing.app;

import io.weir.billing.api.PlanChanges.Change;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.Messages;
import io.weir.subscriptions.api.Plan;
import io.weir.tenancy.api.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** What a change of plan does, in the seller's language. */
@ApplicationScoped
public class ChangeWords {
    private Tenants tenants;
    private Messages messages;

    protected ChangeWords() {
    }

    @Inject
    public ChangeWords(Tenants tenants, Messages messages) {
        this.tenants = tenants;
        this.messages = messages;
    }

    Change say(TenantId tenant, Change change) {
        var seller = tenants.byId(tenant);
        var day = change.effectiveAt().map(at -> at.atZone(seller.zone()).toLocalDate().toString()).orElse("");
        var text = messages.text(seller.locale(), code(change), change.to().name(), day, change.price().toString(),
                change.dueNow().map(Object::toString).orElse(""));
        return new Change(change.kind(), change.from(), change.to(), change.agreement(), change.effectiveAt(),
                change.price(), change.dueNow(), text, change.bill());
    }

    private static String code(Change change) {
        return switch (change.kind()) {
            case UPGRADE -> change.agreement() ? "CHANGE_UPGRADE_SET_OFF" : "CHANGE_UPGRADE_BUY";
            case DOWNGRADE -> change.agreement() ? "CHANGE_DOWNGRADE_AT_END"
                    : change.from().renewal() == Plan.Renewal.INVOICE ? "CHANGE_DOWNGRADE_INVOICED"
                    : "CHANGE_DOWNGRADE_BUY";
            case END -> "CHANGE_TO_FREE";
        };
    }
}
