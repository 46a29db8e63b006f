package io.weir.webportal;

import io.weir.billing.api.Coupons;
import io.weir.billing.api.Invoice;
import io.weir.billing.api.PlanChanges;
import io.weir.billing.api.PlanChanges.Change;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.RefusedException;
import io.weir.subscriptions.api.Plan;
import io.weir.subscriptions.api.Subscription;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a choice of plan would do and cost now, with the coupon that was typed, if it is good. */
@RequestScoped
public class PlanPreview {
    @Inject
    private PlanChanges changes;
    @Inject
    private Coupons coupons;
    @Inject
    private Visitor visitor;
    @Inject
    private Format format;

    /** A coupon that is refused counts for nothing, and says why. */
    Preview of(Subscription current, Plan plan, Optional<String> coupon) {
        try {
            return look(current, plan, coupon);
        } catch (RefusedException refused) {
            var why = Optional.ofNullable(refused.refusal().fields().get("couponCode"));
            if (coupon.isEmpty() || why.isEmpty()) {
                throw refused;
            }
            return look(current, plan, Optional.empty()).refusing(words(why.get()));
        }
    }

    /** @param code why a coupon is refused */
    String words(String code) {
        return format.word("couponRefused", code);
    }

    private Preview look(Subscription current, Plan plan, Optional<String> coupon) {
        if (plan.id().equals(current.plan().id())) {
            var effect = coupon.map(code -> coupons.effect(visitor.caller(), code, plan.id()))
                    .orElseGet(() -> coupons.without(visitor.caller(), plan.id()));
            return new Preview(Optional.empty(), effect.lines(), net(effect.lines(), effect.total()), effect.total(),
                    Money.zero(effect.total().currency()), Optional.empty(), coupon, "");
        }
        var change = changes.preview(visitor.caller(), plan.id(), coupon);
        var nothing = Money.zero(plan.price().currency());
        return change.bill().map(bill -> new Preview(Optional.of(change), bill.lines(), bill.net(), bill.total(),
                bill.credited(), Optional.of(bill.at()), coupon, ""))
                .orElseGet(() -> new Preview(Optional.of(change), List.of(), nothing, nothing, nothing,
                        Optional.empty(), Optional.empty(), ""));
    }

    private static Money net(List<Invoice.Line> lines, Money total) {
        return lines.stream().map(Invoice.Line::net).reduce(Money::plus).orElse(total);
    }

    /**
     * {@code change}: empty where the running plan is bought again. {@code lines}: none where nothing is billed now.
     * {@code at}: of what is billed as it was seen. {@code coupon}: one that counts; {@code refused}: why one does not.
     */
    record Preview(Optional<Change> change, List<Invoice.Line> lines, Money net, Money total, Money credited,
            Optional<Instant> at, Optional<String> coupon, String refused) {
        Preview refusing(String why) {
            return new Preview(change, lines, net, total, credited, at, Optional.empty(), why);
        }

        /** A coupon can count only for what is billed here. */
        boolean isBilled() {
            return !lines.isEmpty();
        }
    }
}
