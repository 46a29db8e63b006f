package io.weir.platform.api;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/** Network addresses with the same first {@code bits} (CIDR), IPv4 or IPv6. A bare address is the range of itself. */
public final class AddressRange {
    private static final Pattern V4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");
    private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:.]{2,45}");
    private static final int V6_NETWORK_BITS = 64;

    private final byte[] network;
    private final int bits;

    private AddressRange(byte[] network, int bits) {
        this.network = masked(network, bits);
        this.bits = bits;
    }

    public static Optional<AddressRange> read(String text) {
        int slash = text.indexOf('/');
        var address = parse(slash < 0 ? text : text.substring(0, slash));
        if (address.isEmpty()) {
            return Optional.empty();
        }
        int most = address.get().length * Byte.SIZE;
        var digits = slash < 0 ? String.valueOf(most) : text.substring(slash + 1);
        if (!digits.matches("0|[1-9]\\d{0,2}") || Integer.parseInt(digits) > most) {
            return Optional.empty();
        }
        return Optional.of(new AddressRange(address.get(), Integer.parseInt(digits)));
    }

    /** Of addresses that no text stands for: Java reads {@code ::ffff:0:0/96} as IPv4. */
    public static AddressRange of(byte[] network, int bits) {
        return new AddressRange(network, bits);
    }

    public boolean contains(String address) {
        return parse(address).filter(this::contains).isPresent();
    }

    /** @param address 4 or 16 bytes */
    public boolean contains(byte[] address) {
        return address.length == network.length && Arrays.equals(network, masked(address, bits));
    }

    /** The name of whoever is behind an address: one IPv4 address, or an IPv6 /64, of which a single host has 2^64. */
    public static Optional<String> neighbourhood(String address) {
        return parse(address).map(bytes -> masked(bytes, Math.min(bytes.length * Byte.SIZE, V6_NETWORK_BITS)))
                .map(HexFormat.of()::formatHex);
    }

    /** Literal addresses only: a name would be looked up in the DNS. */
    private static Optional<byte[]> parse(String text) {
        boolean literal = V4.matcher(text).matches() || text.indexOf(':') >= 0 && V6.matcher(text).matches();
        if (!literal) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text).getAddress());
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    private static byte[] masked(byte[] address, int bits) {
        var kept = new byte[address.length];
        for (int i = 0; i < kept.length; i++) {
            int here = Math.max(0, Math.min(Byte.SIZE, bits - i * Byte.SIZE));
            kept[i] = (byte) (address[i] & (0xFF << (Byte.SIZE - here)));
        }
        return kept;
    }
}
