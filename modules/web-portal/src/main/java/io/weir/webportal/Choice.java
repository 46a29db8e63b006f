package io.weir.webportal;

/** One of a field's options. */
public record Choice(String value, String text, boolean chosen) {
    public boolean isChosen() {
        return chosen;
    }
}
