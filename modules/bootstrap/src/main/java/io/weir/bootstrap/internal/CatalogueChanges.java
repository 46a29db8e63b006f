package io.weir.bootstrap.internal;

import io.weir.billing.api.BillingDefinition;
import io.weir.bootstrap.api.CatalogueChange.Kind;
import io.weir.kernel.api.RefusedException;
import io.weir.kernel.api.TenantId;
import io.weir.metering.api.GatewayRoutes;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.Meters;
import io.weir.metering.api.RateCard;
import io.weir.metering.api.RateCards;
import io.weir.tenancy.api.TenantChanges;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Makes of a tenant's catalogue what differs, each thing through the module that it belongs to. In the caller's
 * transaction. The first thing that a module refuses is a fault of the file, at the place where the thing stands.
 */
@ApplicationScoped
public class CatalogueChanges {
    @Inject
    private TenantChanges tenants;
    @Inject
    private Meters meters;
    @Inject
    private RateCards rateCards;
    @Inject
    private GatewayRoutes routes;
    @Inject
    private BillingDefinition billing;
    @Inject
    private OfferChanges offers;

    /** Stops at the first fault: what a module has refused has spoilt the transaction. */
    void apply(TenantId tenant, CatalogueOffer wanted, List<Differences.Found> found, Faults faults) {
        var run = new Run(tenant, wanted, found, faults);
        try {
            run.all();
        } catch (RefusedException refused) {
            run.blame(refused);
        }
    }

    /** One change of a catalogue. {@code at}: the part that is being changed. */
    private final class Run {
        private final TenantId tenant;
        private final CatalogueOffer wanted;
        private final Map<String, Kind> kinds;
        private final Faults faults;
        private String at = "";

        private Run(TenantId tenant, CatalogueOffer wanted, List<Differences.Found> found, Faults faults) {
            this.tenant = tenant;
            this.wanted = wanted;
            this.kinds = found.stream().collect(Collectors.toMap(Differences.Found::subject, Differences.Found::kind,
                    (first, second) -> first));
            this.faults = faults;
        }

        private void all() {
            tenants.change(tenant, wanted.tenant());
            each("meters", wanted.meters(), meter -> meter.key().value(), meter -> meters.put(tenant, meter));
            each("plans", wanted.plans(), plan -> plan.slug(), plan -> offers.put(tenant, plan));
            each("extensions", wanted.extensions(), extension -> extension.name(),
                    extension -> offers.put(tenant, extension));
            each("creditPackages", wanted.credits(), credit -> credit.name(), credit -> offers.put(tenant, credit));
            removed("plans", slug -> offers.takeOffPlan(tenant, slug));
            removed("extensions", name -> offers.takeOffExtension(tenant, name));
            removed("creditPackages", name -> offers.takeOffCredits(tenant, name));
            rateCard();
            each("routes", wanted.routes(), route -> route.slug(),
                    route -> routes.put(tenant, route, Optional.empty()));
            removed("routes", slug -> routes.remove(tenant, slug));
            at = "";
            billing.define(tenant, wanted.billing(), false);
            removed("meters", key -> meters.remove(tenant, new MeterKey(key)));
        }

        private void rateCard() {
            var now = rateCards.of(tenant);
            var meter = wanted.rateCard().map(RateCard::meter);
            boolean others = !now.map(RateCard::meter).equals(meter);
            var kept = wanted.rateCard().map(card -> card.operations().keySet()).orElse(Set.of());
            now.ifPresent(card -> card.operations().keySet().stream()
                    .filter(operation -> others || !kept.contains(operation))
                    .forEach(operation -> rateCards.remove(tenant, operation)));
            Predicate<String> differs = operation -> others || kinds.containsKey("rateCard/" + operation);
            wanted.rateCard().ifPresent(card -> card.operations().forEach((operation, terms) -> {
                at = "rateCard.operations." + operation;
                if (differs.test(operation)) {
                    rateCards.put(tenant, new MeterKey(card.meter()), operation, terms);
                }
            }));
        }

        private <T> void each(String section, List<T> things, Function<T, String> name,
                              Consumer<T> put) {
            for (int i = 0; i < things.size(); i++) {
                at = section + "[" + i + "]";
                if (kinds.containsKey(section + "/" + name.apply(things.get(i)))) {
                    put.accept(things.get(i));
                }
            }
        }

        private void removed(String section, Consumer<String> remove) {
            at = section;
            kinds.forEach((subject, kind) -> {
                if (kind == Kind.REMOVED && subject.startsWith(section + "/")) {
                    remove.accept(subject.substring(section.length() + 1));
                }
            });
        }

        private void blame(RefusedException refused) {
            var refusal = refused.refusal();
            refusal.fields().forEach((field, reason) -> faults.add(at + "." + field, reason));
            if (refusal.fields().isEmpty()) {
                faults.add(at, refusal.code(), refusal.arguments().toArray());
            }
        }
    }
}
