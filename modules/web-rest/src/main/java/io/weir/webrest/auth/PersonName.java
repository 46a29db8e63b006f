package io.weir.webrest.auth;

import io.weir.webrest.http.Texts;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A name in one piece; given in two, the first comes first. */
final class PersonName {
    private PersonName() {
    }

    static Optional<String> of(String full, String first, String last) {
        return Texts.given(full).or(() -> Texts.given(
                Stream.of(Texts.given(first), Texts.given(last)).flatMap(Optional::stream)
                .collect(Collectors.joining(" "))));
    }
}
