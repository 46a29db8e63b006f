package io.weir.webadmin;

import io.weir.kernel.api.Refusal;
import io.weir.metering.api.Meter;
import io.weir.metering.api.Meter.LateEvents;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.Meters;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Map;

/**
 * One meter: a new one, or the one of {@code ?key=}, whose key stays. Not called {@code meter} in the views: that is
 * what lists call their rows.
 */
@Named("meterPage")
@RequestScoped
public class MeterPage {
    @Inject
    private Meters meters;
    @Inject
    private Visitor visitor;
    @Inject
    private Notices notices;
    @Inject
    private Format format;

    private Meter existing;
    private String newKey;
    private String title;
    private String unit;
    private String decimals = "0";
    private String late = LateEvents.REOPEN.name();

    @PostConstruct
    void fill() {
        visitor.parameter("key").ifPresent(key -> {
            existing = meters.of(visitor.tenantId()).stream().filter(m -> m.key().value().equals(key)).findFirst()
                    .orElseThrow(() -> Refusal.notFound("NOT_FOUND").asException());
            title = existing.title();
            unit = existing.unit();
            decimals = String.valueOf(existing.decimals());
            late = existing.late().name();
        });
    }

    public String save() {
        return notices.attempt("form", Map.of("METER_IN_USE", "decimals"), () -> {
            var key = isKnown() ? existing.key() : new MeterKey(newKey.strip());
            if (!isKnown() && isTaken(key)) {
                notices.wrong("form:meter", format.text("keyTaken"));
                return null;
            }
            var meter = new Meter(key, title, unit, Integer.parseInt(decimals), LateEvents.valueOf(late));
            meters.put(visitor.tenantId(), meter);
            notices.done(format.text("meterSaved", meter.title()));
            return "/meters?faces-redirect=true";
        });
    }

    /** A new meter must not become a change of another by its key alone. */
    private boolean isTaken(MeterKey key) {
        return meters.of(visitor.tenantId()).stream().anyMatch(m -> m.key().equals(key));
    }

    public boolean isKnown() {
        return existing != null;
    }

    public String getKey() {
        return isKnown() ? existing.key().value() : "";
    }

    public String getHeading() {
        return isKnown() ? existing.title() : format.text("newMeter");
    }

    public String getNewKey() {
        return newKey;
    }

    public void setNewKey(String newKey) {
        this.newKey = newKey;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public String getUnit() {
        return unit;
    }

    public void setUnit(String unit) {
        this.unit = unit;
    }

    public String getDecimals() {
        return decimals;
    }

    public void setDecimals(String decimals) {
        this.decimals = decimals;
    }

    public String getLate() {
        return late;
    }

    public void setLate(String late) {
        this.late = late;
    }
}
