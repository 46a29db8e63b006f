package io.weir.tenancy.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestHostTest {
    @ParameterizedTest
    @CsvSource({
            "iqx.example.com,       iqx",
            "iqx.example.com:9080,  iqx",
            "IQX.Example.com,       iqx",
            "odoo-saas.localhost,   odoo-saas",
            "portal,                portal",
            "portal:443,            portal",
            "chat.,                 chat"})
    void itsFirstLabelMayBeASlug(String host, String label) {
        assertThat(new RequestHost(host).firstLabel()).contains(label);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "localhost", "localhost:9080", "LOCALHOST", "127.0.0.1", "127.0.0.1:9080", "[::1]",
            "[::1]:9080", "::1", ".example.com", "-iqx.example.com", "a_b.example.com", "7up.example.com"})
    void addressesAndNonsenseHaveNone(String host) {
        assertThat(new RequestHost(host).firstLabel()).isEmpty();
    }
}
