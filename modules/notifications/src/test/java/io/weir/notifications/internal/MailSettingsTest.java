package io.weir.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MailSettingsTest {
    private static final Map<String, String> INSTALLATION = Map.of(
            "MAIL_SERVER", "smtp.weir.example", "MAIL_PORT", "2525", "MAIL_USERNAME", "weir", "MAIL_PASSWORD", "secret",
            "MAIL_DEFAULT_SENDER", "post@weir.example");

    @Test
    void withoutAServerThereIsNone() {
        assertThat(server(Map.of(), Map.of())).isEmpty();
        assertThat(server(Map.of("MAIL_SERVER", " "), Map.of())).isEmpty();
    }

    @Test
    void aServerAloneIsEnough() {
        assertThat(server(Map.of("MAIL_SERVER", "smtp.weir.example"), Map.of())).contains(
                new SmtpServer("smtp.weir.example", 587, true, Optional.empty(), "noreply@weir.example"));
    }

    @Test
    void theInstallationSpeaksForTenantsWithoutSettings() {
        assertThat(server(INSTALLATION, Map.of())).contains(new SmtpServer("smtp.weir.example", 2525, true,
                Optional.of(new SmtpServer.Credentials("weir", "secret")), "post@weir.example"));
    }

    @Test
    void aTenantMaySendUnderItsOwnName() {
        assertThat(server(INSTALLATION, Map.of("mail.sender", "hello@iqx.example"))).get()
                .extracting(SmtpServer::host, SmtpServer::sender)
                .containsExactly("smtp.weir.example", "hello@iqx.example");
    }

    @Test
    void theInstallationsPasswordIsNotForATenantsServer() {
        var own = Map.of("mail.server", "smtp.iqx.example", "mail.port", "25", "mail.username", "iqx");

        assertThat(server(INSTALLATION, own))
                .contains(new SmtpServer("smtp.iqx.example", 25, true, Optional.empty(), "post@weir.example"));
    }

    @Test
    void aPortMustBeANumber() {
        assertThatIllegalStateException().isThrownBy(() -> server(INSTALLATION, Map.of("mail.port", "smtp")));
    }

    @Test
    void tlsIsRequiredUnlessSwitchedOff() {
        var plain = server(Map.of("MAIL_SERVER", "localhost", "MAIL_USE_TLS", "false"), Map.of()).orElseThrow();

        assertThat(SmtpTransport.properties(plain)).containsEntry("mail.smtp.starttls.enable", "false");
        assertThat(SmtpTransport.properties(server(INSTALLATION, Map.of()).orElseThrow()))
                .containsEntry("mail.smtp.starttls.enable", "true").containsEntry("mail.smtp.starttls.required", "true")
                .containsEntry("mail.smtp.auth", "true").containsEntry("mail.smtp.timeout", "5000");
    }

    @Test
    void aPasswordIsNotPrinted() {
        assertThat(server(INSTALLATION, Map.of()).orElseThrow().toString()).doesNotContain("secret");
    }

    private static Optional<SmtpServer> server(Map<String, String> installation, Map<String, String> tenant) {
        return new MailSettings(name -> Optional.ofNullable(installation.get(name)), Fixture.tenants(tenant))
                .serverFor(Fixture.TENANT);
    }
}
