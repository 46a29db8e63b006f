package io.weir.webportal;

import io.weir.metering.api.Overage;
import io.weir.subscriptions.api.Plan;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;

/** What a plan has, in words. */
@RequestScoped
public class PlanFacts {
    @Inject
    private Format format;
    @Inject
    private MeterNames meters;
    @Inject
    private UsagePrices prices;

    String price(Plan plan) {
        return plan.isFree() ? format.text("free") : format.money(plan.price());
    }

    String per(Plan plan) {
        if (plan.term().interval().equals("lifetime")) {
            return format.text("forLife");
        }
        return plan.term().days().isPresent() ? format.text("perDays", plan.term().days().getAsInt())
                : format.text("per." + plan.term().interval());
    }

    String quota(Plan plan, String key) {
        var quota = plan.quotas().get(key);
        return quota == null ? "" : format.quantity(quota, meters.of(key).decimals()) + " " + meters.of(key).unit();
    }

    List<String> usage(Plan plan, String meter) {
        return prices.of(plan, meter);
    }

    List<String> beyond(Plan plan, String meter) {
        return prices.beyond(plan, meter);
    }

    String overage(Plan plan) {
        if (plan.quotas().isEmpty()) {
            return "";
        }
        return plan.overage().equals(Overage.ALLOW) ? format.text("beyondAllowed")
                : plan.overage().equals(Overage.REFUSE) ? format.text("beyondRefused")
                : format.text("beyondShare", plan.overage().percent().getAsInt());
    }

    String minimum(Plan plan) {
        return plan.pricing().minimum().map(format::money).orElse("");
    }

    String rate(Plan plan) {
        return plan.requestsPerMinute() > 0 ? format.quantity(plan.requestsPerMinute(), 0)
                : format.text("unlimited");
    }

    String trial(Plan plan) {
        return plan.trialDays() > 0 ? format.text("trialDays", plan.trialDays()) : "";
    }

    String renewal(Plan plan) {
        return plan.isFree() || plan.term().interval().equals("lifetime") ? ""
                : format.text("renewalKind." + plan.renewal().word());
    }

    /** {@code realTimeData} → Real time data, where there is no text for it. */
    String feature(String name) {
        var word = format.wordOrNone("feature", name);
        return word.isEmpty() ? words(name) : word;
    }

    /** A feature's value: yes, no, or what it says. */
    String value(Object value) {
        return Boolean.TRUE.equals(value) ? "✓" : value == null || Boolean.FALSE.equals(value) ? "–"
                : format.word("featureValue", value.toString());
    }

    private static String words(String camelCase) {
        String spaced = camelCase.replaceAll("([a-z])([A-Z])", "$1 $2").replace('_', ' ').toLowerCase(Locale.ROOT);
        return spaced.isEmpty() ? spaced : Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }
}
