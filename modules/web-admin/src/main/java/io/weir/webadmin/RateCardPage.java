package io.weir.webadmin;

import io.weir.metering.api.MeterKey;
import io.weir.metering.api.Meters;
import io.weir.metering.api.RateCard;
import io.weir.metering.api.RateCards;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;

/** What operations cost. */
@Named("rateCard")
@RequestScoped
public class RateCardPage {
    @Inject
    private RateCards cards;
    @Inject
    private Meters meters;
    @Inject
    private RateTexts texts;
    @Inject
    private Visitor visitor;

    private Optional<RateCard> card;
    private List<Row> operations;

    @PostConstruct
    void look() {
        card = cards.of(visitor.tenantId());
        operations = card.map(c -> c.operations().entrySet().stream()
                .map(o -> new Row(o.getKey(), texts.base(o.getValue()), texts.modifiers(o.getValue()))).toList())
                .orElse(List.of());
    }

    /** The title of the meter that is paid with. */
    public String getMeter() {
        return card.flatMap(c -> meters.find(visitor.tenantId(), new MeterKey(c.meter()))).map(m -> m.title())
                .orElse("");
    }

    public List<Row> getOperations() {
        return operations;
    }

    /** An operation, its price and what raises it, in words. */
    public record Row(String name, String base, List<String> modifiers) {
    }
}
