package io.weir.webrest.outbound;

/** One line of a header section; names compare without case. */
public record HeaderLine(String name, String value) {
    public boolean is(String other) {
        return name.equalsIgnoreCase(other);
    }
}
