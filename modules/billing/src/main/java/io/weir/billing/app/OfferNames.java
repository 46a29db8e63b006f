package io.weir.billing.app;

import io.weir.billing.api.SoldPackage;
import io.weir.billing.store.SalesRows.Sold;
import io.weir.kernel.api.TenantId;
import io.weir.subscriptions.api.Catalogue;
import java.util.HashMap;
import java.util.Map;

/** What is sold as the catalogue calls it today; what it has none of keeps the name that it was sold under. */
final class OfferNames {
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> slugs = new HashMap<>();

    OfferNames(TenantId tenant, Catalogue catalogue) {
        catalogue.plans(tenant, true).forEach(plan -> {
            names.put(plan.slug(), plan.name());
            slugs.put(plan.id().toString(), plan.slug());
        });
        catalogue.extensions(tenant, true).forEach(extension ->
                names.put(extension.id().toString(), extension.name()));
        catalogue.creditPackages(tenant, true).forEach(credits -> names.put(credits.id().toString(), credits.name()));
    }

    SoldPackage named(Sold sold) {
        var item = slugs.getOrDefault(sold.offer(), sold.offer());
        return new SoldPackage(sold.kind(), item, names.getOrDefault(item, item), sold.sold(), sold.net(),
                sold.gross());
    }
}
