package io.weir.webrest.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRulesTest {
    private final AddressRules rules = AddressRules.allowing(Optional.empty());

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.127.255.255",
        "127.0.0.1", "127.255.255.254", "169.254.169.254", "169.254.0.1", "172.16.0.1", "172.31.255.255", "192.0.0.8",
        "192.0.2.1", "192.88.99.1", "192.168.1.1", "198.18.0.1", "198.19.255.255", "198.51.100.7", "203.0.113.9",
        "224.0.0.1", "239.1.2.3", "240.0.0.1", "255.255.255.255", "::", "::1", "fe80::1", "febf::1", "fec0::1",
        "fc00::1", "fd12:3456::1", "ff02::1", "2001:db8::1", "100::1", "::ffff:10.0.0.1", "::127.0.0.1", "::10.0.0.1",
        "2002:7f00:1::", "2002:a00:1::1", "64:ff9b::a00:1", "64:ff9b::169.254.169.254", "64:ff9b:1::1",
        "2001:0:a00:1::1", "2001:0:808:808:0:0:f5ff:fffe", "168.63.129.16", "::ffff:0:127.0.0.1"})
    void innerAddressesAreRefusedInEveryForm(String address) throws UnknownHostException {
        assertThat(rules.admit(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "1.1.1.1", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0",
        "128.0.0.1", "169.253.255.255", "172.15.255.255", "172.32.0.0", "192.0.1.1", "192.167.0.1", "198.17.255.255",
        "198.20.0.0", "223.255.255.255", "2606:4700::1111", "2a00:1450::1", "64:ff9b::808:808", "2002:808:808::1",
        "2001:0:808:808:0:0:f7f7:f7f7"})
    void publicOnesPass(String address) throws UnknownHostException {
        assertThat(rules.admit(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void aMappedAddressThatStaysIpv6IsJudgedByWhatItCarries() throws UnknownHostException {
        var bytes = new byte[16];
        bytes[10] = (byte) 0xFF;
        bytes[11] = (byte) 0xFF;
        bytes[12] = 127;
        bytes[15] = 1;
        assertThat(rules.admit(Inet6Address.getByAddress(null, bytes, -1))).isFalse();
    }

    @Test
    void theOperatorAllowsByCidr() throws UnknownHostException {
        var some = AddressRules.allowing(Optional.of("127.0.0.1/32, 10.1.0.0/16 ,fd00::/8,"));
        for (var address : new String[] {"127.0.0.1", "10.1.2.3", "fd00::5", "::ffff:127.0.0.1", "64:ff9b::a01:203"}) {
            assertThat(some.admit(InetAddress.getByName(address))).as(address).isTrue();
        }
        for (var address : new String[] {"127.0.0.2", "10.2.0.0", "fc00::1", "::1", "169.254.169.254"}) {
            assertThat(some.admit(InetAddress.getByName(address))).as(address).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "10.0.0.0/33", "10.0.0.0/-1", "x/8", "10.0.0/8", "::/129", "999.1.1.1"})
    void whatIsNoCidrIsAFaultAtTheStart(String cidr) {
        assertThatThrownBy(() -> AddressRules.allowing(Optional.of(cidr)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
