package io.weir.webportal;

import io.weir.kernel.api.Page;
import io.weir.metering.api.Ledger;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.RateCards;
import io.weir.metering.api.UsageReports;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What is left of the units that operations are paid with, and how that came about. */
@Named
@RequestScoped
public class Credits {
    private static final int PAGE_SIZE = 20;

    @Inject
    private RateCards cards;
    @Inject
    private Ledger ledger;
    @Inject
    private UsageReports reports;
    @Inject
    private Ranges ranges;
    @Inject
    private Visitor visitor;
    @Inject
    private Format format;

    private MeterKey key;
    private Ledger.Standing standing;
    private Optional<Ledger.Type> type;
    private Page<Row> page;

    @PostConstruct
    void look() {
        cards.of(visitor.tenantId()).map(card -> new MeterKey(card.meter())).ifPresent(this::look);
    }

    private void look(MeterKey paidWith) {
        key = paidWith;
        standing = ledger.standing(visitor.tenantId(), visitor.account(), key);
        type = Arrays.stream(Ledger.Type.values())
                .filter(t -> visitor.parameter("type").filter(word(t)::equals).isPresent()).findFirst();
        page = ledger.page(visitor.tenantId(), visitor.account(), key, type, visitor.page(PAGE_SIZE)).map(this::row);
    }

    private static String word(Ledger.Type type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    private Row row(Ledger.Entry entry) {
        String quantity = quantity(entry.quantity());
        return new Row(format.time(entry.at()), format.text("entry." + entry.type()),
                entry.quantity() > 0 ? "+" + quantity : quantity, quantity(entry.balanceAfter()),
                entry.note().orElse(""));
    }

    private String quantity(long smallest) {
        return format.quantity(smallest, standing.meter().decimals());
    }

    /** Whether there is anything to show: the tenant has a rate card. */
    public boolean isOffered() {
        return standing != null;
    }

    public String getBalance() {
        return quantity(standing.balance());
    }

    public String getUnit() {
        return standing.meter().unit();
    }

    public String getMonthly() {
        return quantity(standing.monthly());
    }

    public String getMonthlyEnd() {
        return standing.expiresAt().map(end -> format.text("creditsUntil", format.day(end))).orElse("");
    }

    public String getPurchased() {
        return quantity(standing.purchased());
    }

    public String getReserved() {
        return standing.reserved() == 0 ? "" : format.text("reservedText", quantity(standing.reserved()));
    }

    public List<Usage.Tab> getTypes() {
        var tabs = new java.util.ArrayList<Usage.Tab>();
        tabs.add(new Usage.Tab(format.text("all"), "?", type.isEmpty()));
        Arrays.stream(Ledger.Type.values()).forEach(t -> tabs.add(new Usage.Tab(format.text("entry." + t),
                "?type=" + word(t), type.filter(t::equals).isPresent())));
        return tabs;
    }

    public List<Row> getEntries() {
        return page.items();
    }

    public Pages getPages() {
        return Pages.of(page, type.map(t -> Map.of("type", word(t))).orElse(Map.of()));
    }

    /** The last 30 days, one bar each. */
    public String getChart() {
        var span = ranges.span(visitor.getTenant(), "month");
        var days = reports.days(visitor.tenantId(), visitor.account(), key, span);
        return Charts.days(span, days, standing.meter(), visitor.getBrand().accent());
    }

    /** A change of the balance; {@code quantity} with its sign. */
    public record Row(String at, String type, String quantity, String balance, String note) {
    }
}
