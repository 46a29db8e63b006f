package io.weir.webadmin;

import io.weir.metering.api.RateCard;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;

/** A rate card in words. */
@RequestScoped
public class RateTexts {
    @Inject
    private Format format;

    String base(RateCard.Operation operation) {
        String base = Quantities.plain(operation.base());
        if (operation.perStarted() != null) {
            return format.text("rate.perStarted", base, size(operation.perStarted()));
        }
        return operation.per() == null ? base : format.text("rate.per", base, size(operation.per()));
    }

    private static String size(RateCard.Step step) {
        return Quantities.plain(step.size()) + " " + step.attribute();
    }

    List<String> modifiers(RateCard.Operation operation) {
        return operation.modifiers().stream().map(RateTexts::modifier).toList();
    }

    /** The same in every language: {@code quality = hd: +50 %}. */
    static String modifier(RateCard.Modifier modifier) {
        String condition = modifier.above() == null ? " = " + modifier.equals()
                : " > " + Quantities.plain(modifier.above());
        return modifier.attribute() + condition + ": " + signed(modifier.percent()) + " %";
    }

    private static String signed(BigDecimal percent) {
        return (percent.signum() < 0 ? "−" : "+") + Quantities.plain(percent.abs());
    }
}
