package io.weir.webadmin;

import io.weir.metering.api.RateCard;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The terms of an operation as they are typed; texts until they are read without doubt. */
public class OperationForm {
    private static final int ROWS = 6;
    private static final String ONCE = "once";
    private static final String PER = "per";
    private static final String STARTED = "started";

    private String base = "1";
    private String kind = ONCE;
    private String attribute;
    private String size = "1";
    private List<ModifierRow> modifiers = rows(List.of());

    void fill(RateCard.Operation operation) {
        base = Quantities.plain(operation.base());
        kind = operation.perStarted() != null ? STARTED : operation.per() != null ? PER : ONCE;
        Stream.of(operation.perStarted(), operation.per()).filter(step -> step != null).forEach(step -> {
            attribute = step.attribute();
            size = Quantities.plain(step.size());
        });
        modifiers = rows(operation.modifiers());
    }

    /** Never fewer than there are: a card from a file may have more than the form offers. */
    private static List<ModifierRow> rows(List<RateCard.Modifier> modifiers) {
        var filled = modifiers.stream().map(ModifierRow::of);
        return Stream.concat(filled, Stream.generate(ModifierRow::new)).limit(Math.max(ROWS, modifiers.size()))
                .toList();
    }

    /** Field → key of the text that says what is wrong with it. */
    Map<String, String> wrong() {
        var wrong = new LinkedHashMap<String, String>();
        if (Quantities.number(base).isEmpty()) {
            wrong.put("base", "numberForm");
        }
        if (stepped() && attribute == null) {
            wrong.put("attribute", "required");
        }
        if (stepped() && Quantities.number(size).isEmpty()) {
            wrong.put("size", "numberForm");
        }
        return wrong;
    }

    /** From 1. */
    List<Integer> unreadableModifiers() {
        return IntStream.rangeClosed(1, modifiers.size()).filter(n -> !modifiers.get(n - 1).readable()).boxed()
                .toList();
    }

    RateCard.Operation terms() {
        var step = stepped() ? new RateCard.Step(attribute.strip(), number(size)) : null;
        return new RateCard.Operation(number(base), kind.equals(STARTED) ? step : null, kind.equals(PER) ? step : null,
                modifiers.stream().filter(row -> !row.blank()).map(ModifierRow::modifier).toList());
    }

    private boolean stepped() {
        return kind.equals(PER) || kind.equals(STARTED);
    }

    private static BigDecimal number(String text) {
        return Quantities.number(text).orElseThrow();
    }

    public String getBase() {
        return base;
    }

    public void setBase(String base) {
        this.base = base;
    }

    public String getKind() {
        return kind;
    }

    public void setKind(String kind) {
        this.kind = kind;
    }

    public String getAttribute() {
        return attribute;
    }

    public void setAttribute(String attribute) {
        this.attribute = attribute;
    }

    public String getSize() {
        return size;
    }

    public void setSize(String size) {
        this.size = size;
    }
    public List<ModifierRow> getModifiers() {
        return modifiers;
    }
}
