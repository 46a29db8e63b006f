package io.weir.webadmin;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.kernel.api.UserId;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.PaymentProofs.Proof;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProofFileTest {
    private static final String ID = "01900000-0000-7000-8000-000000000001";

    private static String disposition(String name, String type) {
        return ProofFile.disposition(new Proof(UUID.fromString(ID), PaymentId.of(ID), name, type, 10, "00",
                UserId.of(ID), Instant.EPOCH));
    }

    @Test
    void pictures_are_shown_and_everything_else_is_saved() {
        assertThat(disposition("a.png", "image/png")).startsWith("inline;");
        assertThat(disposition("a.jpg", "image/jpeg")).startsWith("inline;");
        assertThat(disposition("a.pdf", "application/pdf")).startsWith("attachment;");
        assertThat(disposition("a.svg", "image/svg+xml")).startsWith("attachment;");
    }

    @Test
    void a_name_cannot_end_the_header_that_it_is_in() {
        assertThat(disposition("biên lai \"1\"\r\nX: y.png", "image/png")).isEqualTo("inline; filename="
                + "\"bi_n lai _1___X_ y.png\"; filename*=UTF-8''bi%C3%AAn%20lai%20%221%22%0D%0AX%3A%20y.png");
    }
}
