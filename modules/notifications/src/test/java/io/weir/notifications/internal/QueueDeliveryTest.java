package io.weir.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.platform.api.Time;
import jakarta.mail.MessagingException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class QueueDeliveryTest implements MailQueue {
    private static final MailTransport WORKING = (server, mail, at) -> {
    };

    private final Queue<DueMail> due = new ArrayDeque<>();
    private final List<String> reports = new ArrayList<>();
    private Map<String, String> settings = Map.of("mail.server", "smtp.example");

    @Test
    void aMailThatTheServerTookIsSent() {
        add("one");
        assertThat(deliver(10, WORKING)).isEqualTo(1);
        assertThat(reports).containsExactly("sent one");
    }

    @Test
    void withoutAServerAMailIsKeptUnsent() {
        settings = Map.of();
        add("one");
        deliver(10, (server, mail, at) -> {
            throw new AssertionError("nothing to send it to");
        });
        assertThat(reports).containsExactly("unsent one");
    }

    @Test
    void oneMailsTroubleIsItsOwn() {
        add("one");
        add("two");
        add("three");
        deliver(10, (server, mail, at) -> {
            if (mail.letter().subject().equals("one")) {
                throw new MessagingException("550 no such\r\nmailbox");
            }
            if (mail.letter().subject().equals("two")) {
                throw new IllegalStateException("broken");
            }
        });
        assertThat(reports).containsExactly("failed one: MessagingException: 550 no such mailbox",
                "failed two: IllegalStateException: broken", "sent three");
    }

    @Test
    void aWrongSettingIsTheMailsTroubleToo() {
        settings = Map.of("mail.server", "smtp.example", "mail.port", "smtp");
        add("one");
        deliver(10, WORKING);
        assertThat(reports).singleElement().asString().startsWith("failed one: IllegalStateException: mail port");
    }

    @Test
    void noMoreAreTakenThanAskedFor() {
        add("one");
        add("two");
        assertThat(deliver(1, WORKING)).isEqualTo(1);
        assertThat(due).hasSize(1);
    }

    @Test
    void theLogShowsTheTextOfAnUnsentMailInDemoModeOnlyAndOnOneLine() {
        var letter = new Letter(Fixture.TENANT, "a@example.com", "Đặt lại mật khẩu",
                "Xin chào,\n\nhttps://weir.example", true);

        assertThat(QueueDelivery.unsentLine(letter, false)).contains("a@example.com", "Đặt lại mật khẩu",
                "Xin chào, https://weir.example").doesNotContain("\n");
        assertThat(QueueDelivery.unsentLine(letter, true)).contains("a@example.com", "Đặt lại mật khẩu")
                .doesNotContain("https://weir.example");
    }

    private void add(String subject) {
        add(new Letter(Fixture.TENANT, "a@example.com", subject, "Hello", false));
    }

    private int deliver(int atMost, MailTransport transport) {
        var mailSettings = new MailSettings(name -> Optional.empty(), Fixture.tenants(settings));
        return new QueueDelivery(this, mailSettings, transport, Fixture.fake(Time.class, Instant.EPOCH),
                Fixture.installation(false)).deliverDue(atMost);
    }

    @Override
    public void add(Letter letter) {
        due.add(new DueMail(UUID.randomUUID(), letter, 1));
    }

    @Override
    public Optional<DueMail> take() {
        return Optional.ofNullable(due.poll());
    }

    @Override
    public void sent(DueMail mail) {
        reports.add("sent " + mail.letter().subject());
    }

    @Override
    public void unsent(DueMail mail) {
        reports.add("unsent " + mail.letter().subject());
    }

    @Override
    public void failed(DueMail mail, String error) {
        reports.add("failed " + mail.letter().subject() + ": " + error);
    }
}
