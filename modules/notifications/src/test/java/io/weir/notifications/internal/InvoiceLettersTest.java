package io.weir.notifications.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.billing.api.InvoiceDocument;
import io.weir.billing.api.InvoiceDocument.Dates;
import io.weir.billing.api.InvoiceDocument.Kind;
import io.weir.billing.api.InvoiceDocument.Party;
import io.weir.billing.api.InvoiceDocument.PayTo;
import io.weir.billing.api.InvoiceDocument.State;
import io.weir.billing.api.InvoiceDocument.Totals;
import io.weir.identity.api.Role;
import io.weir.identity.api.UserProfile;
import io.weir.kernel.api.Money;
import io.weir.tenancy.api.Account;
import io.weir.tenancy.api.Tenant;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InvoiceLettersTest {
    private static final Instant START = Instant.parse("2026-03-31T18:00:00Z");
    private static final Tenant TENANT = Fixture.tenant(Map.of());
    private static final UUID INVOICE = UUID.randomUUID();
    private static final Account ACCOUNT = new Account(Fixture.ACCOUNT, "Công ty A", Fixture.USER, "a@example.com",
            START, Optional.empty(), Optional.empty());

    private final InvoiceLetters letters = new InvoiceLetters(Fixture.messages(), Fixture.installation(false));

    @Test
    void anOpenInvoiceSaysHowMuchUntilWhenAndWhere() {
        var document = document(Kind.INVOICE, State.OPEN, 99_000, Optional.of("books@example.com"));
        var english = letters.invoice(TENANT, ACCOUNT, person("en"), document);
        var vietnamese = letters.invoice(TENANT, ACCOUNT, person("vi"), document);

        assertThat(english.to()).isEqualTo("books@example.com");
        assertThat(english.subject()).isEqualTo("Invoice IQX-2026-000001 - IQX");
        assertThat(english.body()).contains("Your invoice IQX-2026-000001 over 99,000 VND is attached.",
                "Please pay 99,000 VND by 2026-04-01:\nhttps://weir.example/pay/1");
        assertThat(vietnamese.subject()).isEqualTo("Hóa đơn IQX-2026-000001 - IQX");
        assertThat(vietnamese.body()).contains("99.000 VND trước hết ngày 01/04/2026:\nhttps://weir.example/pay/1");
        assertThat(english.enclosure()).contains(new Enclosure(Fixture.ACCOUNT.value(), INVOICE));
    }

    @Test
    void whatIsPaidAsksForNothingAndGoesToTheOwnerWhereNobodyElseIsNamed() {
        var letter = letters.invoice(TENANT, ACCOUNT, person("en"), document(Kind.INVOICE, State.PAID, 0,
                Optional.empty()));
        assertThat(letter.to()).isEqualTo("owner@example.com");
        assertThat(letter.body()).contains("https://weir.example/portal/billing?tenant=iqx")
                .doesNotContain("Please pay");
    }

    @Test
    void aCreditNoteIsCalledOne() {
        var note = document(Kind.CREDIT_NOTE, State.OPEN, 99_000, Optional.empty());
        assertThat(letters.invoice(TENANT, ACCOUNT, person("en"), note)).satisfies(letter -> {
            assertThat(letter.subject()).isEqualTo("Credit note IQX-2026-000001 - IQX");
            assertThat(letter.body()).contains("Your credit note").doesNotContain("Please pay");
        });
        assertThat(letters.invoice(TENANT, ACCOUNT, person("vi"), note).subject()).startsWith("Phiếu ghi có ");
    }

    static InvoiceDocument document(Kind kind, State state, long due, Optional<String> email) {
        var total = new Money(99_000, Fixture.VND);
        var none = Money.zero(Fixture.VND);
        var party = new Party("Công ty A", List.of(), Optional.empty(), Optional.empty(), Optional.empty(), email,
                Optional.empty(), Optional.empty(), Optional.empty());
        return new InvoiceDocument(INVOICE, kind, state, Optional.of("IQX-2026-000001"), Optional.empty(),
                new Dates(Optional.of(START), Optional.of(START), Optional.empty(), Optional.empty(),
                        Optional.empty()), party, party, List.of(),
                new Totals(total, none, total, none, new Money(due, Fixture.VND), List.of()), List.of(),
                Optional.of(new PayTo("https://weir.example/pay/1", Optional.empty(), Optional.empty(),
                        Optional.empty())), Locale.forLanguageTag("vi"), ZoneId.of("Asia/Ho_Chi_Minh"));
    }

    static UserProfile person(String locale) {
        return new UserProfile(Fixture.USER, "owner@example.com", "Nguyễn Văn A", Optional.empty(), Optional.empty(),
                locale, Role.CUSTOMER, Optional.of(Fixture.ACCOUNT), START, Optional.empty());
    }
}
