package io.weir.webadmin;

import io.weir.metering.api.RateCard;

/** A modifier as it is typed: {@code durationSeconds}, {@code above}, {@code 5}, {@code 100}. */
public class ModifierRow {
    private static final String EQUALS = "equals";
    private static final String ABOVE = "above";

    private String attribute;
    private String test = EQUALS;
    private String value;
    private String percent;

    static ModifierRow of(RateCard.Modifier modifier) {
        var row = new ModifierRow();
        row.attribute = modifier.attribute();
        row.test = modifier.above() == null ? EQUALS : ABOVE;
        row.value = modifier.above() == null ? modifier.equals() : Quantities.plain(modifier.above());
        row.percent = Quantities.plain(modifier.percent());
        return row;
    }

    boolean blank() {
        return attribute == null && value == null && percent == null;
    }

    /** Blank, or whole. */
    boolean readable() {
        return blank() || attribute != null && value != null && Quantities.number(percent).isPresent()
                && (!isAbove() || Quantities.number(value).isPresent());
    }

    RateCard.Modifier modifier() {
        return new RateCard.Modifier(attribute.strip(), isAbove() ? null : value.strip(),
                isAbove() ? Quantities.number(value).orElseThrow() : null, Quantities.number(percent).orElseThrow());
    }

    private boolean isAbove() {
        return ABOVE.equals(test);
    }

    public String getAttribute() {
        return attribute;
    }

    public void setAttribute(String attribute) {
        this.attribute = attribute;
    }

    public String getTest() {
        return test;
    }

    public void setTest(String test) {
        this.test = test;
    }

    public String getValue() {
        return value;
    }

    public void setValue(String value) {
        this.value = value;
    }

    public String getPercent() {
        return percent;
    }

    public void setPercent(String percent) {
        this.percent = percent;
    }
}
