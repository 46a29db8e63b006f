package io.weir.webportal;

import io.weir.billing.api.PlanChanges.Change;
import io.weir.kernel.api.Money;
import io.weir.subscriptions.api.Plan;
import io.weir.subscriptions.api.Subscription;
import io.weir.subscriptions.api.Subscription.Status;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** What a change of plan does, sentence by sentence, in the order in which it happens. */
@RequestScoped
public class ChangeWords {
    @Inject
    private Format format;

    List<String> trial(Plan plan) {
        return List.of(format.text("changeTrial", plan.name(), plan.trialDays()),
                format.text(plan.renewal() == Plan.Renewal.INVOICE ? "changeTrialInvoice" : "changeTrialEnd",
                        plan.name(), format.money(plan.price())));
    }

    List<String> of(Subscription current, Plan to, PlanPreview.Preview preview) {
        return preview.change().map(change -> switch (change.kind()) {
            case UPGRADE -> change.agreement() ? setOff(change) : bought(current, to, preview);
            case DOWNGRADE -> lower(change);
            case END -> List.of(format.text("changeNothingNow"), format.text("changeEnd", change.from().name(),
                    day(change), to.name()));
        }).orElseGet(() -> again(current, to, preview.total()));
    }

    private List<String> setOff(Change change) {
        return List.of(format.text("changeSetOff", change.to().name()),
                format.text("changeSetOffNext", format.money(change.price())));
    }

    private List<String> bought(Subscription current, Plan to, PlanPreview.Preview preview) {
        var said = new ArrayList<String>();
        said.add(preview.total().isZero() ? format.text("changeFreeNow", to.name())
                : format.text("changePayNow", format.money(preview.total()), to.name()));
        if (!current.plan().isFree()) {
            said.add(format.text("changeOldEnds", current.plan().name()));
        }
        if (!preview.credited().isZero()) {
            said.add(format.text("changeCredited", format.money(preview.credited())));
        }
        said.add(next(to));
        return said;
    }

    private List<String> again(Subscription current, Plan to, Money total) {
        return List.of(format.text("changePayNow", format.money(total), to.name()),
                format.text(current.status() == Status.TRIALING ? "changeTrialOver" : "changeAgain"), next(to));
    }

    private String next(Plan plan) {
        return format.text(plan.renewal() == Plan.Renewal.INVOICE ? "changeThenInvoice" : "changeThenEnd",
                format.money(plan.price()));
    }

    private List<String> lower(Change change) {
        var said = new ArrayList<String>();
        said.add(format.text("changeNothingNow"));
        said.add(format.text("changeKeeps", change.from().name(), day(change)));
        var then = change.agreement() ? "changeLowerCharged"
                : change.from().renewal() == Plan.Renewal.INVOICE ? "changeLowerInvoiced" : "changeLowerBought";
        said.add(format.text(then, change.to().name(), format.money(change.price())));
        return said;
    }

    private String day(Change change) {
        return change.effectiveAt().map(format::day).orElse("–");
    }
}
