package io.weir.webrest.http;

/** Exchanges for tests of other packages. */
public final class Exchanges {
    private Exchanges() {
    }

    public static Exchange any() {
        return Fixtures.exchange("en");
    }
}
