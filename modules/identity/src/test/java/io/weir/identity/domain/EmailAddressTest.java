package io.weir.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
    @ParameterizedTest
    @ValueSource(strings = {
        "a@b.co", "user@example.com", "first.last+tag@sub.example.co.uk", "nguyễn@example.vn", "o'neil@example.com",
        "admin@odoo-saas.example", "x@xn--80ak6aa92e.com"})
    void acceptsWhatMailServersTake(String text) {
        assertThat(EmailAddress.read(text)).contains(new EmailAddress(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "", "nope", "@example.com", "a@", "a@b", "a@localhost", "a b@example.com", "a@@example.com", ".a@example.com",
        "a.@example.com", "a..b@example.com", "a@-example.com", "a@example-.com", "a@example..com", "a@example.com.",
        "a@1.2.3.4", "a@exam_ple.com", "a,b@example.com", "<a@example.com>", "a@example.com\nBcc: b@example.com"})
    void refusesTheRest(String text) {
        assertThat(EmailAddress.read(text)).isEmpty();
    }

    @Test
    void refusesTooMuchOfIt() {
        assertThat(EmailAddress.read("a".repeat(64) + "@example.com")).isPresent();
        assertThat(EmailAddress.read("a".repeat(65) + "@example.com")).isEmpty();
        var label = "b".repeat(60) + ".";
        assertThat(EmailAddress.read("a@" + label.repeat(4) + "commmm")).isPresent();
        assertThat(EmailAddress.read("a@" + label.repeat(4) + "commmmmmmm")).isEmpty();
    }

    @Test
    void isKeptTrimmedAndInLowerCase() {
        assertThat(EmailAddress.read("  User@Example.COM ").map(EmailAddress::value)).contains("user@example.com");
        assertThat(EmailAddress.read("e\u0301va@example.com").map(EmailAddress::value))
                .contains("\u00e9va@example.com");
        assertThat(EmailAddress.read(null)).isEmpty();
    }
}
