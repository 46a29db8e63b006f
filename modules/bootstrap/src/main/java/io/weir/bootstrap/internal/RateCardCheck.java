package io.weir.bootstrap.internal;

import io.weir.metering.api.RateCard;
import java.util.Set;
import java.util.function.BiConsumer;

/** What must be true of a rate card. */
final class RateCardCheck {
    private static final int LONGEST_NAME = 64;

    private RateCardCheck() {
    }

    /** @param require takes whether something is true and what to say if it is not */
    static void check(RateCard card, Set<String> meters, BiConsumer<Boolean, String> require) {
        require.accept(card.meter() != null && meters.contains(card.meter()),
                "rateCard: no such meter '" + card.meter() + "'");
        require.accept(!card.operations().isEmpty(), "rateCard: at least one operation is needed");
        card.operations().forEach((name, operation) -> {
            require.accept(!name.isBlank() && name.length() <= LONGEST_NAME,
                    "rateCard: '" + name + "' needs a name of 1 to " + LONGEST_NAME + " characters");
            operation("rateCard: '" + name + "' ", operation, require);
        });
    }

    private static void operation(String which, RateCard.Operation operation, BiConsumer<Boolean, String> require) {
        if (operation == null) {
            require.accept(false, which + "needs a base above 0");
            return;
        }
        require.accept(operation.base() != null && operation.base().signum() > 0, which + "needs a base above 0");
        require.accept(operation.per() == null || operation.perStarted() == null,
                which + "has either per or perStarted");
        require.accept(isStep(operation.per()) && isStep(operation.perStarted()),
                which + "needs an attribute and a size above 0");
        operation.modifiers().forEach(modifier -> require.accept(isModifier(modifier),
                which + "needs modifiers of an attribute, a percent, and either equals or above"));
    }

    private static boolean isStep(RateCard.Step step) {
        return step == null || step.attribute() != null && step.size() != null && step.size().signum() > 0;
    }

    private static boolean isModifier(RateCard.Modifier modifier) {
        return modifier.attribute() != null && modifier.percent() != null
                && (modifier.equals() == null) != (modifier.above() == null);
    }
}
