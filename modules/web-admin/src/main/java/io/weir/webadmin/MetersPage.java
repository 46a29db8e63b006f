package io.weir.webadmin;

import io.weir.metering.api.Meter;
import io.weir.metering.api.Meters;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What the tenant counts. */
@Named("meters")
@RequestScoped
public class MetersPage {
    @Inject
    private Meters meters;
    @Inject
    private Visitor visitor;
    @Inject
    private Format format;

    private List<Row> list;

    @PostConstruct
    void look() {
        list = meters.of(visitor.tenantId()).stream().map(this::row).toList();
    }

    private Row row(Meter meter) {
        return new Row(meter.key().value(), meter.title(), meter.unit(), format.number(meter.decimals()),
                format.text("late." + meter.late()));
    }

    public List<Row> getList() {
        return list;
    }

    /** A meter; {@code late} says where late events go. */
    public record Row(String key, String title, String unit, String decimals, String late) {
    }
}
