package io.weir.tenancy.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The host that a request named, as its {@code Host} header has it: with a port or without, possibly an address. */
public record RequestHost(String text) {
    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern LABEL = Pattern.compile("[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

    /** What may be a tenant's slug; addresses and {@code localhost} have none. */
    public Optional<String> firstLabel() {
        String host = withoutPort(text == null ? "" : text.trim().toLowerCase(Locale.ROOT));
        if (host.equals("localhost") || IPV4.matcher(host).matches()) {
            return Optional.empty();
        }
        int dot = host.indexOf('.');
        return Optional.of(dot < 0 ? host : host.substring(0, dot)).filter(label -> LABEL.matcher(label).matches());
    }

    /** An IPv6 address keeps its brackets, which no label has. */
    private static String withoutPort(String host) {
        int colon = host.startsWith("[") ? -1 : host.indexOf(':');
        return colon < 0 ? host : host.substring(0, colon);
    }
}
