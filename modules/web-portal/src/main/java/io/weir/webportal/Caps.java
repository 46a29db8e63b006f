package io.weir.webportal;

import io.weir.kernel.api.Refusal;
import io.weir.metering.api.Meter;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.Meters;
import io.weir.metering.api.SpendCaps;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What an account lets itself use in a month: {@code ?meter=} opens the form of one meter. */
@Named
@RequestScoped
public class Caps {
    private static final String BACK = "/caps?faces-redirect=true";

    @Inject
    private SpendCaps caps;
    @Inject
    private Meters meters;
    @Inject
    private Visitor visitor;
    @Inject
    private Notices notices;
    @Inject
    private Format format;

    private List<Row> list;
    private Meter chosen;
    private String most;

    @PostConstruct
    void look() {
        Map<MeterKey, SpendCaps.Cap> set = caps.of(visitor.tenantId(), visitor.account()).stream()
                .collect(Collectors.toMap(c -> c.meter().key(), Function.identity()));
        var all = meters.of(visitor.tenantId());
        list = all.stream().map(m -> row(m, Optional.ofNullable(set.get(m.key())))).toList();
        visitor.parameter("meter").ifPresent(key -> {
            chosen = all.stream().filter(m -> m.key().value().equals(key)).findFirst()
                    .orElseThrow(() -> Refusal.notFound("NOT_FOUND").asException());
            most = Optional.ofNullable(set.get(chosen.key()))
                    .map(cap -> Quantities.plain(cap.most(), chosen.decimals())).orElse(null);
        });
    }

    private Row row(Meter meter, Optional<SpendCaps.Cap> cap) {
        long percent = cap.map(c -> Shares.percent(c.spent(), c.most())).orElse(0L);
        return new Row(meter.key().value(), meter.title(), meter.unit(),
                cap.map(c -> format.text("usedOf", format.quantity(c.spent(), meter.decimals()),
                        format.quantity(c.most(), meter.decimals()))).orElse(""),
                cap.map(c -> format.text("capResets", format.day(c.resetsAt()))).orElse(""), percent,
                Shares.level(percent), cap.isPresent());
    }

    public String save() {
        var smallest = Quantities.smallest(most, chosen.decimals());
        if (smallest.isEmpty()) {
            notices.wrong("form:most", format.text("numberForm"));
            return null;
        }
        return notices.attempt("form", () -> {
            caps.set(visitor.tenantId(), visitor.account(), chosen.key(), smallest.get());
            notices.done(format.text("capSaved", chosen.title()));
            return BACK;
        });
    }

    public String remove() {
        return notices.attempt("form", () -> {
            caps.remove(visitor.tenantId(), visitor.account(), chosen.key());
            notices.done(format.text("capRemoved", chosen.title()));
            return BACK;
        });
    }

    /** The meter of the address, with its limit so far; absent on the list. */
    public Row getChosen() {
        return chosen == null ? null : list.stream().filter(r -> r.key().equals(chosen.key().value())).findFirst()
                .orElse(null);
    }

    public List<Row> getList() {
        return list;
    }
    public String getMost() {
        return most;
    }

    public void setMost(String most) {
        this.most = most;
    }

    /** A meter and its limit; {@code limited} says whether there is one. */
    public record Row(String key, String title, String unit, String spentOf, String resets, long percent, String level,
            boolean limited) {
    }
}
