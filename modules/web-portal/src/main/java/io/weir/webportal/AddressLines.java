package io.weir.webportal;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Lines of an address block. */
final class AddressLines {
    private AddressLines() {
    }

    /** Each given text, one line for each of its own; blank ones are left out. */
    @SafeVarargs
    static List<String> of(Optional<String>... texts) {
        return Stream.of(texts).flatMap(Optional::stream).flatMap(String::lines).map(String::strip)
                .filter(line -> !line.isEmpty()).toList();
    }
}
