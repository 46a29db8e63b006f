package io.weir.webrest.outbound;

import io.weir.platform.api.AddressRange;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which addresses a tenant's upstream may have: those of the public Internet, and what the operator allows by CIDR. An
 * IPv6 address that carries an IPv4 one is judged by that, too, because somewhere on the way it becomes that.
 */
public final class AddressRules {
    /** Looks public, and is what every virtual machine there is set up from. */
    private static final String AZURE_HOST = "168.63.129.16";
    private static final List<AddressRange> CLOSED = blocks(
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", AZURE_HOST, "169.254.0.0/16", "172.16.0.0/12",
            "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24",
            "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "::/128", "::1/128", "100::/64", "2001:2::/48", "2001:10::/28", "2001:db8::/32", "3fff::/20", "5f00::/16",
            "64:ff9b:1::/48", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8");
    /** Where in the address the IPv4 one begins; Teredo's client address is complemented. */
    private static final List<Carrier> CARRIERS = List.of(
            new Carrier(range("::/96"), 12, false), new Carrier(mapped(), 12, false),
            new Carrier(range("::ffff:0:0:0/96"), 12, false),
            new Carrier(range("64:ff9b::/96"), 12, false),
            new Carrier(range("2002::/16"), 2, false),
            new Carrier(range("2001::/32"), 4, false), new Carrier(range("2001::/32"), 12, true));

    private final List<AddressRange> allowed;

    private AddressRules(List<AddressRange> allowed) {
        this.allowed = allowed;
    }

    /**
     * @param cidrs by commas; nothing allows nothing further
     * @throws IllegalArgumentException when one is malformed
     */
    public static AddressRules allowing(Optional<String> cidrs) {
        return new AddressRules(cidrs.stream().flatMap(list -> Arrays.stream(list.split(","))).map(String::trim)
                .filter(c -> !c.isEmpty()).map(AddressRules::range).toList());
    }

    public boolean admit(InetAddress address) {
        var bytes = address.getAddress();
        return isIn(allowed, bytes) || !isIn(CLOSED, bytes) && carried(bytes).allMatch(this::admitCarried);
    }

    private boolean admitCarried(byte[] v4) {
        return isIn(allowed, v4) || !isIn(CLOSED, v4);
    }

    private static Stream<byte[]> carried(byte[] address) {
        return CARRIERS.stream().filter(c -> c.block().contains(address)).map(c -> c.extract(address));
    }

    private static boolean isIn(List<AddressRange> blocks, byte[] address) {
        return blocks.stream().anyMatch(b -> b.contains(address));
    }

    private static AddressRange range(String cidr) {
        return AddressRange.read(cidr).orElseThrow(() -> new IllegalArgumentException("not a CIDR: " + cidr));
    }

    private static List<AddressRange> blocks(String... cidrs) {
        return Arrays.stream(cidrs).map(AddressRules::range).toList();
    }

    /** {@code ::ffff:0:0/96}, which cannot be had from its text: Java reads it as IPv4. */
    private static AddressRange mapped() {
        var network = new byte[16];
        network[10] = (byte) 0xFF;
        network[11] = (byte) 0xFF;
        return AddressRange.of(network, 96);
    }

    private record Carrier(AddressRange block, int from, boolean complemented) {
        byte[] extract(byte[] address) {
            var v4 = Arrays.copyOfRange(address, from, from + 4);
            for (int i = 0; complemented && i < v4.length; i++) {
                v4[i] = (byte) ~v4[i];
            }
            return v4;
        }
    }
}
