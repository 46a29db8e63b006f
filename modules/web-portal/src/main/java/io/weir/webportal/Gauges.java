package io.weir.webportal;

import io.weir.metering.api.Allowances;
import io.weir.metering.api.Allowances.Balance;
import io.weir.metering.api.SpendCaps;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The account's meters as bars. */
@RequestScoped
public class Gauges {
    @Inject
    private Allowances allowances;
    @Inject
    private SpendCaps caps;
    @Inject
    private Visitor visitor;
    @Inject
    private Format format;

    private List<Gauge> list;

    List<Gauge> all() {
        if (list == null) {
            Map<String, SpendCaps.Cap> limits = caps.of(visitor.tenantId(), visitor.account()).stream()
                    .collect(Collectors.toMap(c -> c.meter().key().value(), Function.identity()));
            list = allowances.balances(visitor.tenantId(), visitor.account()).stream()
                    .map(b -> gauge(b, limits.get(b.meter().key().value()))).toList();
        }
        return list;
    }

    private Gauge gauge(Balance balance, SpendCaps.Cap cap) {
        int decimals = balance.meter().decimals();
        long percent = Shares.percent(balance.used(), balance.granted());
        return new Gauge(balance.meter().key().value(), balance.meter().title(),
                format.quantity(balance.remaining(), decimals),
                usedOf(balance.used(), balance.granted(), decimals), percent, Shares.level(percent),
                balance.reserved() == 0 ? "" : format.text("reservedText", format.quantity(balance.reserved(),
                        decimals)),
                balance.overage() == 0 ? "" : format.text("overageText", format.quantity(balance.overage(), decimals)),
                cap == null ? "" : format.text("capText", format.quantity(cap.spent(), decimals),
                        format.quantity(cap.most(), decimals)));
    }

    String usedOf(long used, long granted, int decimals) {
        return format.text("usedOf", format.quantity(used, decimals), format.quantity(granted, decimals));
    }

    /**
     * A meter's bar; {@code percent} used, {@code level} its style class; {@code reserved}, {@code overage} and {@code
     * cap} are sentences, empty where there is none.
     */
    public record Gauge(String key, String title, String remaining, String usedOf, long percent, String level,
            String reserved, String overage, String cap) {
    }
}
