package io.weir.webadmin;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Uuids;
import io.weir.metering.api.Allowances;
import io.weir.metering.api.Meter;
import io.weir.metering.api.Meters;
import io.weir.metering.api.SpendCaps;
import io.weir.platform.api.Ids;
import io.weir.platform.api.Time;
import io.weir.tenancy.api.Account;
import io.weir.tenancy.api.Accounts;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.model.SelectItem;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What one customer may use and why, and changing that by hand. */
@Named("allowances")
@RequestScoped
public class AllowancesPage {
    @Inject
    private Allowances allowances;
    @Inject
    private SpendCaps caps;
    @Inject
    private Meters meters;
    @Inject
    private Accounts accounts;
    @Inject
    private HoldingRows rows;
    @Inject
    private Time time;
    @Inject
    private Visitor visitor;
    @Inject
    private Notices notices;
    @Inject
    private Format format;

    private Account account;
    private List<HoldingRows.Row> list;
    private List<Cap> limits;
    private String ticket;
    private String meter;
    private String quantity;
    private String until;
    private String reason;

    @PostConstruct
    void look() {
        account = accounts.account(visitor.tenantId(), AccountId.of(visitor.parameter("id").orElse("")));
        list = allowances.holdings(visitor.tenantId(), account.id()).stream().map(rows::row).toList();
        limits = caps.of(visitor.tenantId(), account.id()).stream().map(this::cap).toList();
        ticket = visitor.parameter("ticket").orElseGet(() -> Ids.next().toString());
    }

    private Cap cap(SpendCaps.Cap cap) {
        int decimals = cap.meter().decimals();
        return new Cap(cap.meter().title(), format.text("usedOf", format.quantity(cap.spent(), decimals),
                format.quantity(cap.most(), decimals)), format.day(cap.resetsAt()));
    }

    public String adjust() {
        var chosen = meters.of(visitor.tenantId()).stream().filter(m -> m.key().value().equals(meter)).findFirst();
        var smallest = chosen.flatMap(m -> Quantities.smallest(quantity, m.decimals())).filter(q -> q != 0);
        var end = Optional.ofNullable(until).flatMap(day -> Days.endOf(day, visitor.tenant().zone()));
        boolean ends = until == null || end.filter(time.now(visitor.tenantId())::isBefore).isPresent();
        if (smallest.isEmpty()) {
            notices.wrong("form:quantity", format.text("adjustForm", chosen.map(Meter::decimals).orElse(0)));
        }
        if (!ends) {
            notices.wrong("form:until", format.text("laterDay"));
        }
        return smallest.isPresent() && ends ? adjust(chosen.get(), smallest.get(), end) : null;
    }

    /** The same ticket again is the same adjustment: a second click books nothing twice. */
    private String adjust(Meter of, long smallest, Optional<Instant> end) {
        return notices.attempt("form", () -> {
            allowances.adjust(visitor.tenantId(), account.id(), new Allowances.Adjustment(of.key(), smallest, end,
                    "adjustment/" + Uuids.parse(ticket), reason));
            notices.done(format.text("adjusted", of.title(), account.name()));
            return "/allowances?faces-redirect=true&id=" + account.id();
        });
    }

    public List<SelectItem> getMeters() {
        return meters.of(visitor.tenantId()).stream()
                .map(m -> new SelectItem(m.key().value(), m.title() + " (" + m.unit() + ")")).toList();
    }

    public String getId() {
        return account.id().toString();
    }

    public String getName() {
        return account.name();
    }

    public List<HoldingRows.Row> getList() {
        return list;
    }

    public List<Cap> getLimits() {
        return limits;
    }

    public String getTicket() {
        return ticket;
    }
    public String getMeter() {
        return meter;
    }

    public void setMeter(String meter) {
        this.meter = meter;
    }

    public String getQuantity() {
        return quantity;
    }

    public void setQuantity(String quantity) {
        this.quantity = quantity;
    }

    public String getUntil() {
        return until;
    }

    public void setUntil(String until) {
        this.until = until;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    /** What the customer lets itself use in a month; {@code resets} is the day when that starts over. */
    public record Cap(String meter, String spentOf, String resets) {
    }
}
