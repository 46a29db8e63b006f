package io.weir.webportal;

import io.weir.metering.api.Meter;
import io.weir.metering.api.Meters;
import io.weir.subscriptions.api.Plan;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Plans as cards of a price table. */
@RequestScoped
public class PlanCards {
    @Inject
    private Visitor visitor;
    @Inject
    private Meters meters;
    @Inject
    private Format format;

    private Map<String, Meter> known;

    Card card(Plan plan, boolean current) {
        return new Card(plan.id().toString(), plan.name(), plan.description(),
                plan.isFree() ? format.text("free") : format.money(plan.price()), per(plan), facts(plan), plan.isFree(),
                        current);
    }

    private String per(Plan plan) {
        if (plan.term().interval().equals("lifetime")) {
            return format.text("forLife");
        }
        return plan.term().days().isPresent() ? format.text("perDays", plan.term().days().getAsInt())
                : format.text("per." + plan.term().interval());
    }

    private List<String> facts(Plan plan) {
        var facts = new ArrayList<String>();
        plan.quotas().forEach((meter, quota) -> facts.add(quota(meter, quota)));
        if (plan.requestsPerMinute() > 0) {
            facts.add(format.text("requestsPerMinute", plan.requestsPerMinute()));
        }
        plan.maxVirtualPortfolios().ifPresent(n -> facts.add(format.text("portfolios", n)));
        plan.features().forEach((feature, value) -> {
            if (Boolean.TRUE.equals(value)) {
                facts.add(words(feature));
            }
        });
        return facts;
    }

    private String quota(String key, long quota) {
        var meter = meters().get(key);
        return meter == null ? quota + " " + key : format.quantity(quota, meter.decimals()) + " " + meter.title();
    }

    private Map<String, Meter> meters() {
        if (known == null) {
            known = meters.of(visitor.tenantId()).stream().collect(Collectors.toMap(m -> m.key().value(),
                    Function.identity()));
        }
        return known;
    }

    /** {@code realTimeData} → Real time data. */
    private static String words(String camelCase) {
        String spaced = camelCase.replaceAll("([a-z])([A-Z])", "$1 $2").replace('_', ' ')
                .toLowerCase(java.util.Locale.ROOT);
        return spaced.isEmpty() ? spaced : Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }

    /** A plan as it is shown. */
    public record Card(String id, String name, String description, String price, String per, List<String> facts,
            boolean free,
                       boolean current) {
        public boolean isFree() {
            return free;
        }

        public boolean isCurrent() {
            return current;
        }
    }
}
