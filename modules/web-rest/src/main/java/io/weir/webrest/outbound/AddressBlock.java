package io.weir.webrest.outbound;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/** Addresses of one family with the same first {@code bits} (CIDR). A bare address is the block of itself. */
record AddressBlock(byte[] network, int bits) {
    /** A literal begins with a digit or holds a colon; a name would be looked up in the DNS. */
    private static final Pattern LITERAL = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    static AddressBlock of(String text) {
        int slash = text.indexOf('/');
        var name = slash < 0 ? text : text.substring(0, slash);
        if (!LITERAL.matcher(name).matches()) {
            throw new IllegalArgumentException("not a CIDR: " + text);
        }
        try {
            var network = InetAddress.getByName(name).getAddress();
            int most = network.length * Byte.SIZE;
            int bits = slash < 0 ? most : Integer.parseInt(text.substring(slash + 1));
            if (bits < 0 || bits > most) {
                throw new IllegalArgumentException("not a CIDR: " + text);
            }
            return new AddressBlock(network, bits);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("not a CIDR: " + text, e);
        }
    }

    boolean contains(byte[] address) {
        if (address.length != network.length) {
            return false;
        }
        for (int i = 0, left = bits; left > 0; i++, left -= Byte.SIZE) {
            int mask = left >= Byte.SIZE ? 0xFF : 0xFF << (Byte.SIZE - left) & 0xFF;
            if ((address[i] & mask) != (network[i] & mask)) {
                return false;
            }
        }
        return true;
    }
}
