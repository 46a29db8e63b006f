package io.weir.webportal;

import io.weir.metering.api.Ledger;
import io.weir.metering.api.Meter;
import io.weir.metering.api.RateCards;
import io.weir.kernel.api.Page;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a balance came about: of which meter, by what and when is for the visitor to choose. */
@Named
@RequestScoped
public class CreditLedger {
    private static final int PAGE_SIZE = 20;

    @Inject
    private RateCards cards;
    @Inject
    private Ledger ledger;
    @Inject
    private MeterNames meters;
    @Inject
    private Visitor visitor;
    @Inject
    private Format format;

    private LedgerSearch search;
    private Page<Row> page;

    @PostConstruct
    void look() {
        search = LedgerSearch.of(visitor, meters, cards.credits(visitor.tenantId()));
        var meter = meters.of(search.meter().value());
        page = ledger.page(visitor.tenantId(), visitor.account(), search.query(visitor), visitor.page(PAGE_SIZE))
                .map(entry -> row(entry, meter));
    }

    private Row row(Ledger.Entry entry, Meter meter) {
        String quantity = format.quantity(entry.quantity(), meter.decimals());
        return new Row(format.time(entry.at()), format.text("entry." + entry.type()),
                entry.quantity() > 0 ? "+" + quantity : quantity,
                format.quantity(entry.balanceAfter(), meter.decimals()), entry.note().orElse(""));
    }

    public List<Row> getEntries() {
        return page.items();
    }

    public Pages getPages() {
        return Pages.of(page, search.parameters());
    }

    public List<Choice> getTypes() {
        return Stream.concat(Stream.of(new Choice("", format.text("all"), search.type().isEmpty())),
                Arrays.stream(Ledger.Type.values()).map(type -> new Choice(LedgerSearch.word(type),
                        format.text("entry." + type), search.type().filter(type::equals).isPresent()))).toList();
    }

    public List<Choice> getMeters() {
        return meters.all().stream().map(meter -> new Choice(meter.key().value(), meter.title(),
                meter.key().equals(search.meter()))).toList();
    }

    public String getFrom() {
        return search.from().map(LocalDate::toString).orElse("");
    }

    public String getTo() {
        return search.to().map(LocalDate::toString).orElse("");
    }

    /** The same entries as a table. */
    public String getExport() {
        return "/credits.csv?" + search.parameters().entrySet().stream().map(parameter -> parameter.getKey() + "="
                + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
    }

    public boolean isNarrowed() {
        return search.type().isPresent() || search.from().isPresent() || search.to().isPresent();
    }

    /** A change of the balance; {@code quantity} with its sign. */
    public record Row(String at, String type, String quantity, String balance, String note) {
    }
}
