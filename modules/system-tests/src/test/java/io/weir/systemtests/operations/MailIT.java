package io.weir.systemtests.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.icegreen.greenmail.util.GreenMail;
import io.weir.systemtests.harness.Api;
import io.weir.systemtests.harness.ConnectedWeir;
import io.weir.systemtests.harness.RunningWeir;
import io.weir.systemtests.harness.Shop;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Mail through a real SMTP server: what arrives, and that it arrives late rather than never. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MailIT {
    private static final Pattern LINK = Pattern.compile("(http://\\S+/portal/reset-password\\?\\S+)");
    private final RunningWeir weir = ConnectedWeir.shared().weir();
    private final Api admin = weir.api("portal").administrator();
    private GreenMail server;

    @BeforeAll
    void startMailServer() {
        server = new GreenMail(ConnectedWeir.shared().mailServer());
        server.start();
    }

    @AfterAll
    void stop() {
        server.stop();
    }

    @Test
    void aForgottenPasswordIsMailedInTheReadersLanguage() throws Exception {
        var portal = weir.api("portal").with("Accept-Language", "vi");
        var customer = portal.newCustomer();
        portal.post("/api/auth/forgot-password", Map.of("email", customer.email())).expect(202);
        var mail = arrived(customer.email(), Duration.ofSeconds(20));
        assertThat(mail.getSubject()).isEqualTo("Đặt lại mật khẩu API Portal của bạn");
        assertThat(mail.getFrom()[0].toString()).isEqualTo("desk@weir.example");
        assertThat(mail.getContentType()).containsIgnoringCase("charset=utf-8");
        String text = (String) mail.getContent();
        assertThat(text).contains("Xin chào Nguyễn Văn A");
        Api.eventually(() -> outbox(customer.email()).path("status").asText(), "sent"::equals);

        var link = link(text);
        var page = portal.with("Accept", "text/html").get(link.getPath() + "?" + link.getRawQuery());
        assertThat(page.expect(200).response().body()).contains("form:password");
        String password = "Renewed-1-" + Api.word();
        portal.post("/api/auth/reset-password", Map.of("token", token(link), "password", password)).expect(204);
        portal.signIn(customer.email(), password);
    }

    @Test
    void anotherLanguageAnotherLetter() throws Exception {
        var portal = weir.api("portal").with("Accept-Language", "en");
        var customer = portal.newCustomer();
        portal.post("/api/auth/forgot-password", Map.of("email", customer.email())).expect(202);
        var mail = arrived(customer.email(), Duration.ofSeconds(20));
        assertThat(mail.getSubject()).isEqualTo("Reset your API Portal password");
    }

    @Test
    void aMailWaitsForItsServer() throws Exception {
        var portal = weir.api("portal");
        var customer = portal.newCustomer();
        server.stop();
        try {
            portal.post("/api/auth/forgot-password", Map.of("email", customer.email())).expect(202);
            var waiting = Api.eventually(() -> outbox(customer.email()),
                    seen -> !seen.path("lastError").asText().isEmpty());
            assertThat(waiting.path("attempts").asInt()).isEqualTo(1);
            assertThat(waiting.path("status").asText()).isEqualTo("queued");
            assertThat(waiting.path("body").asText()).as("a link that works is for its reader alone").isEmpty();
        } finally {
            startMailServer();
        }
        assertThat(secondsUntilTheNextTry(customer.email())).as("half a minute after the failure").isBetween(10L, 36L);
        bringForward(customer.email());
        arrived(customer.email(), Duration.ofSeconds(20));
        Api.eventually(() -> outbox(customer.email()).path("status").asText(), "sent"::equals);
        assertThat(server.getReceivedMessages()).filteredOn(mail -> isFor(mail, customer.email())).hasSize(1);
    }

    @Test
    void anInvoiceArrivesWithItsPdf() throws Exception {
        var shop = new Shop(weir, "portal");
        var buyer = shop.buyerOf(shop.plan(Map.of("name", "Gói Thư")));
        var number = buyer.api().get("/api/billing/invoices").expect(200).json().path(0).path("number").asText();
        var mail = Api.eventually(() -> Arrays.stream(server.getReceivedMessages())
                .filter(one -> isFor(one, buyer.customer().email()) && subject(one).contains(number)).findFirst(),
                Optional::isPresent).orElseThrow();
        var parts = (MimeMultipart) mail.getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat((String) parts.getBodyPart(0).getContent()).contains(number, "/portal/billing?tenant=portal");
        var pdf = parts.getBodyPart(1);
        assertThat(pdf.getFileName()).isEqualTo(number + ".pdf");
        assertThat(pdf.getContentType()).startsWith("application/pdf");
        assertThat(pdf.getInputStream().readNBytes(5)).isEqualTo("%PDF-".getBytes(StandardCharsets.US_ASCII));
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private long secondsUntilTheNextTry(String email) {
        return weir.number("SELECT TIMESTAMPDIFF(SECOND, UTC_TIMESTAMP(3), next_attempt_at) FROM notifications_mail"
                + " WHERE to_address = ?", email);
    }

    private void bringForward(String email) throws SQLException {
        try (var connection = weir.database(); var statement = connection.prepareStatement(
                "UPDATE notifications_mail SET next_attempt_at = UTC_TIMESTAMP(3) WHERE to_address = ?")) {
            statement.setString(1, email);
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }

    private MimeMessage arrived(String email, Duration within) {
        return Api.eventually(within, () -> Arrays.stream(server.getReceivedMessages())
                .filter(mail -> isFor(mail, email)).findFirst(), Optional::isPresent).orElseThrow();
    }

    private static boolean isFor(MimeMessage mail, String email) {
        try {
            return mail.getAllRecipients()[0].toString().equals(email);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The mail as the administrator's page shows it. */
    private JsonNode outbox(String email) {
        for (var mail : admin.get("/api/admin/mails?limit=100").expect(200).json().path("items")) {
            if (mail.path("to").asText().equals(email)) {
                return mail;
            }
        }
        return MissingNode.getInstance();
    }

    private static URI link(String text) {
        var found = LINK.matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return URI.create(found.group(1));
    }

    private static String token(URI link) {
        var token = Arrays.stream(link.getRawQuery().split("&")).filter(part -> part.startsWith("token=")).findFirst();
        return URLDecoder.decode(token.orElseThrow().substring("token=".length()), StandardCharsets.UTF_8);
    }
}
