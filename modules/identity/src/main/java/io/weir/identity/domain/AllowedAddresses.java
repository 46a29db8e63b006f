package io.weir.identity.domain;

import io.weir.platform.api.AddressRange;
import java.util.Arrays;
import java.util.List;

/** From where a key may be used; an empty list means from anywhere. Kept as text with commas between. */
public final class AllowedAddresses {
    public static final AllowedAddresses ANYWHERE = new AllowedAddresses(List.of());
    private static final int MOST = 20;

    private final List<String> texts;
    private final List<AddressRange> ranges;

    private AllowedAddresses(List<String> texts) {
        this.texts = List.copyOf(texts);
        this.ranges = texts.stream().flatMap(t -> AddressRange.read(t).stream()).toList();
    }

    /** Notes what is wrong with them, if anything is. */
    public static AllowedAddresses of(List<String> cidrs, Complaints complaints) {
        var texts = cidrs == null ? List.<String>of() : cidrs.stream().map(t -> t == null ? "" : t.strip()).toList();
        complaints.addIf(texts.size() > MOST, "allowedCidrs", "TOO_MANY");
        complaints.addIf(texts.stream().anyMatch(t -> AddressRange.read(t).isEmpty()), "allowedCidrs", "BAD_CIDR");
        return new AllowedAddresses(texts);
    }

    public static AllowedAddresses kept(String column) {
        return column.isEmpty() ? ANYWHERE : new AllowedAddresses(Arrays.asList(column.split(",")));
    }

    public boolean admit(String address) {
        return texts.isEmpty() || ranges.stream().anyMatch(range -> range.contains(address));
    }

    public List<String> texts() {
        return texts;
    }

    public String column() {
        return String.join(",", texts);
    }
}
