package io.weir.webrest.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Resolves to allowed addresses only. The client connects to exactly what is answered here, so a name that resolves to
 * something else a moment later gains nothing. Literal addresses come this way as well.
 */
final class GuardedDns implements DnsResolver {
    private final AddressRules rules;

    GuardedDns(AddressRules rules) {
        this.rules = rules;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var allowed = Arrays.stream(SystemDefaultDnsResolver.INSTANCE.resolve(host)).filter(rules::admit)
                .toArray(InetAddress[]::new);
        if (allowed.length == 0) {
            throw new AddressRefusedException(host);
        }
        return allowed;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return SystemDefaultDnsResolver.INSTANCE.resolveCanonicalHostname(host);
    }
}
