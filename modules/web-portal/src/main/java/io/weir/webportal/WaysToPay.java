package io.weir.webportal;

import io.weir.platform.api.Ids;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What a payer can choose from, in the tenant's order; {@code only} is the name of the one where there is one. */
public record WaysToPay(List<Way> all, boolean none, boolean several, String only) {
    /** {@code text}: one line that explains it, or nothing. */
    public record Way(String name, String title, String text, boolean chosen) {
    }

    /** Of the form that they stand in: sent twice it orders once. */
    public String ticket() {
        return Ids.next().toString();
    }

    /** @param wanted the one to be chosen; the first when it is not among them */
    static WaysToPay of(List<String> names, Optional<String> wanted, UnaryOperator<String> titles,
            UnaryOperator<String> texts) {
        var chosen = wanted.filter(names::contains).orElse(names.isEmpty() ? "" : names.get(0));
        var all = names.stream().map(name -> new Way(name, titles.apply(name), texts.apply(name), name.equals(chosen)))
                .toList();
        return new WaysToPay(all, all.isEmpty(), all.size() > 1, all.size() == 1 ? names.get(0) : "");
    }
}
