package io.weir.webportal;

import io.weir.metering.api.Ledger;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.RateCards;
import io.weir.metering.api.UsageReports;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** What is left of the units that operations are paid with, of which lots, and what was spent day by day. */
@Named
@RequestScoped
public class Credits {
    private static final List<String> SPANS = List.of("week", "month", "quarter");

    @Inject
    private RateCards cards;
    @Inject
    private Ledger ledger;
    @Inject
    private CreditLots lots;
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

    @PostConstruct
    void look() {
        cards.of(visitor.tenantId()).map(card -> new MeterKey(card.meter())).ifPresent(this::look);
    }

    private void look(MeterKey paidWith) {
        key = paidWith;
        standing = ledger.standing(visitor.tenantId(), visitor.account(), key);
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

    public List<CreditLots.Lot> getLots() {
        return lots.of(key);
    }

    public List<Usage.Tab> getSpans() {
        return SPANS.stream().map(span -> new Usage.Tab(format.text("span." + span), "?span=" + span + "#spent",
                span.equals(span()))).toList();
    }

    private String span() {
        return visitor.parameter("span").filter(SPANS::contains).orElse("month");
    }

    /** One bar a day. */
    public String getChart() {
        var span = ranges.span(visitor.getTenant(), span());
        var days = reports.days(visitor.tenantId(), visitor.account(), key, span);
        return Charts.days(span, days, standing.meter(), visitor.getBrand().accent());
    }
}
