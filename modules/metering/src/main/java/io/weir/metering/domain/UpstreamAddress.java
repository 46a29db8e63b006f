package io.weir.metering.domain;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/** What an upstream's address may look like. Where it leads is looked at when it is called. */
final class UpstreamAddress {
    private static final Set<String> SCHEMES = Set.of("http", "https");
    private static final int MOST = 2000;
    private static final int LAST_PORT = 65_535;

    private UpstreamAddress() {
    }

    /** Scheme, host, port and path: no user, no query, no fragment. */
    static boolean isPlain(URI address) {
        return address.getScheme() != null && SCHEMES.contains(address.getScheme().toLowerCase(Locale.ROOT))
                && address.getHost() != null && address.getRawUserInfo() == null && address.getRawQuery() == null
                && address.getRawFragment() == null && address.getPort() != 0 && address.getPort() <= LAST_PORT
                && address.toString().length() <= MOST;
    }
}
