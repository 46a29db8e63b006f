package io.weir.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.billing.api.Dunning;
import io.weir.billing.api.DunningMoved;
import io.weir.billing.api.InvoiceDocument;
import io.weir.billing.api.InvoiceDocument.Kind;
import io.weir.billing.api.InvoiceDocument.State;
import io.weir.tenancy.api.Account;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DunningLettersTest {
    private static final Instant ENDS = Instant.parse("2026-04-10T18:00:00Z");
    private static final Account ACCOUNT = new Account(Fixture.ACCOUNT, "Công ty A", Fixture.USER, "a@example.com",
            ENDS, Optional.empty(), Optional.empty());
    private final DunningLetters letters = new DunningLetters(Fixture.messages(), Fixture.installation(false));

    @ParameterizedTest
    @EnumSource(DunningMoved.Letter.class)
    void each_letter_names_the_invoice_its_amount_and_who_writes_in_both_languages(DunningMoved.Letter kind) {
        for (var language : new String[] {"en", "vi"}) {
            var letter = write(kind, language, 99_000, null);
            assertThat(letter.subject()).contains("IQX-2026-000001").contains("IQX");
            assertThat(letter.body()).contains("IQX-2026-000001", language.equals("en") ? "99,000 VND" : "99.000 VND")
                    .doesNotContain("{", "\n\n\n").doesNotContain("MAIL_");
            assertThat(letter.to()).isEqualTo("books@example.com");
        }
    }

    @Test
    void what_is_to_be_paid_has_its_day_and_its_link_and_the_day_on_which_the_plan_ends() {
        var last = write(DunningMoved.Letter.LAST, "en", 49_000, ENDS);
        assertThat(last.body()).contains("49,000 VND of it is still to be paid", "due on 2026-04-01",
                "https://weir.example/pay/1", "your plan ends on 2026-04-11");
        assertThat(last.enclosure()).isPresent();
        assertThat(write(DunningMoved.Letter.LAST, "vi", 49_000, ENDS).body()).contains("ngày 11/04/2026");
        assertThat(write(DunningMoved.Letter.OVERDUE, "en", 49_000, null).body()).doesNotContain("your plan ends");
    }

    @ParameterizedTest
    @CsvSource({"DECLINED,en,insufficient_funds,9995,'card ending 9995: insufficient funds.'",
        "DUE,en,authentication_required,3184,your bank asks you to confirm",
        "OVERDUE,vi,expired_card,0341,'thẻ có số cuối 0341 của bạn: thẻ đã hết hạn.'",
        "LAST,en,stolen_card,0002,'card ending 0002: your bank declined it.'",
        "DECLINED,en,card_declined,,the payment method that you saved: your bank declined it.",
        "DECLINED,vi,insufficient_funds,9995,'thẻ có số cuối 9995 của bạn: không đủ tiền.'"})
    void why_a_saved_card_was_not_charged_is_said_with_the_way_to_pay(DunningMoved.Letter kind, String language,
            String code, String card, String said) {
        var letter = write(kind, language, 49_000, new Dunning.Declined(code, Optional.ofNullable(card)), null);
        assertThat(letter.body()).contains(said, "https://weir.example/pay/1").doesNotContain("stolen", "\n\n\n");
    }

    @Test
    void who_has_paid_is_thanked_and_asked_for_nothing() {
        var thanks = write(DunningMoved.Letter.RECOVERED, "en", 0, null);
        assertThat(thanks.body()).contains("Thank you! Your payment of 99,000 VND", "nothing left to pay");
        assertThat(thanks.enclosure()).isEmpty();
    }

    private Letter write(DunningMoved.Letter kind, String language, long due, Instant until) {
        return write(kind, language, due, null, until);
    }

    private Letter write(DunningMoved.Letter kind, String language, long due, Dunning.Declined declined,
            Instant until) {
        InvoiceDocument document = InvoiceLettersTest.document(Kind.INVOICE, due == 0 ? State.PAID : State.OPEN, due,
                Optional.of("books@example.com"));
        return letters.of(Fixture.tenant(Map.of()), ACCOUNT, InvoiceLettersTest.person(language), document,
                new DunningMoved(Fixture.tenant(Map.of()).id(), Fixture.ACCOUNT.toString(), document.id().toString(),
                        kind, until, declined));
    }
}
