package io.weir.webportal;

import io.weir.metering.api.Meter;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.Meters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The tenant's meters by key, read once for a page; one that is gone is its key in whole units. */
@RequestScoped
public class MeterNames {
    @Inject
    private Visitor visitor;
    @Inject
    private Meters meters;

    private List<Meter> known;

    List<Meter> all() {
        if (known == null) {
            known = meters.of(visitor.tenantId());
        }
        return known;
    }

    Meter of(String key) {
        return all().stream().filter(meter -> meter.key().value().equals(key)).findFirst()
                .orElseGet(() -> new Meter(new MeterKey(key), key, key, 0));
    }
}
