package io.weir.webadmin;

import io.weir.kernel.api.RefusedException;
import io.weir.metering.api.RateCard;
import io.weir.metering.api.RateCards;
import io.weir.platform.api.Messages;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an operation would cost, line by line. It only reads, so the address says it all: {@code
 * ?operation=video&quote=1&a.durationSeconds=6}.
 */
@Named
@RequestScoped
public class Calculator {
    @Inject
    private RateCards cards;
    @Inject
    private Messages messages;
    @Inject
    private Visitor visitor;
    @Inject
    private Format format;

    private List<Tab> operations = List.of();
    private String operation = "";
    private List<RateCard.Attribute> fields = List.of();
    private RateCards.Quote quote;
    private Map<String, String> wrong = Map.of();
    private String refusal = "";

    @PostConstruct
    void look() {
        cards.of(visitor.tenantId()).filter(card -> !card.operations().isEmpty()).ifPresent(card -> {
            operation = visitor.parameter("operation").filter(card.operations()::containsKey)
                    .orElseGet(() -> card.operations().keySet().iterator().next());
            operations = card.operations().keySet().stream()
                    .map(name -> new Tab(name, name.equals(operation) ? "here" : "")).toList();
            fields = card.operations().get(operation).attributes();
            if (visitor.parameter("quote").isPresent()) {
                calculate();
            }
        });
    }

    private void calculate() {
        var attributes = new LinkedHashMap<String, Object>();
        fields.forEach(field -> visitor.parameter("a." + field.name())
                .ifPresent(text -> attributes.put(field.name(), value(field, text))));
        try {
            quote = cards.quote(visitor.tenantId(), operation, attributes);
        } catch (RefusedException refused) {
            wrong = refused.refusal().fields();
            refusal = wrong.isEmpty() ? messages.text(visitor.getLocale(), refused.refusal().code(),
                    refused.refusal().arguments().toArray()) : "";
        }
    }

    private static Object value(RateCard.Attribute field, String text) {
        return field.numeric() ? Quantities.number(text).<Object>map(n -> n).orElse(text) : text;
    }

    public List<Field> getFields() {
        return fields.stream().map(f -> new Field(f.name(), f.numeric(), f.words(),
                visitor.parameter("a." + f.name()).orElse(""), reason(f.name()))).toList();
    }

    private String reason(String attribute) {
        String code = wrong.get("attributes." + attribute);
        return code == null ? "" : messages.text(visitor.getLocale(), code);
    }

    public boolean isQuoted() {
        return quote != null;
    }

    public String getTotal() {
        return format.quantity(quote.quantity(), quote.meter().decimals()) + " " + quote.meter().unit();
    }

    public List<Line> getLines() {
        return quote.breakdown().stream().map(s -> new Line(format.word("step", s.kind()), s.text(), units(s.units())))
                .toList();
    }

    private String units(BigDecimal units) {
        return format.decimal(units);
    }

    public List<Tab> getOperations() {
        return operations;
    }

    public String getOperation() {
        return operation;
    }

    public String getRefusal() {
        return refusal;
    }

    /** An operation to choose; {@code style} is {@code here} on the chosen one. */
    public record Tab(String name, String style) {
    }

    /** What the price wants to know, what was answered, and what is wrong with that. */
    public record Field(String attribute, boolean numeric, List<String> words, String value, String wrong) {
    }

    /** A line of the sum. */
    public record Line(String kind, String text, String units) {
    }
}
