package io.weir.webrest.http;

import java.util.Optional;
import java.util.stream.Stream;

/** Walks from an exception to its causes. */
final class Causes {
    /** Deeper than any real chain; guards against one that runs in a circle. */
    private static final int DEEPEST = 30;

    private Causes() {
    }

    static <T> Optional<T> find(Throwable thrown, Class<T> type) {
        return chain(thrown).filter(type::isInstance).map(type::cast).findFirst();
    }

    static Stream<Throwable> chain(Throwable thrown) {
        return Stream.iterate(thrown, t -> t != null, Throwable::getCause).limit(DEEPEST);
    }
}
