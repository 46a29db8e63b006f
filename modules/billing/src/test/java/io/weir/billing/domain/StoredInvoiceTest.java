package io.weir.billing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.weir.billing.api.Invoice.Kind;
import io.weir.billing.api.Invoice.Reason;
import io.weir.billing.api.Invoice.Status;
import io.weir.billing.domain.StoredInvoice.Claim;
import io.weir.billing.domain.StoredInvoice.Issue;
import io.weir.billing.domain.pricing.Draft;
import io.weir.billing.domain.pricing.How;
import io.weir.billing.domain.pricing.How.Offer;
import io.weir.billing.domain.pricing.Item;
import io.weir.billing.domain.pricing.LineKind;
import io.weir.billing.domain.pricing.TaxDecision;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoredInvoiceTest {
    private static final Currency EUR = Currency.getInstance("EUR");
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final TaxDecision TAX = new TaxDecision(new BigDecimal("19"), "USt", false,
            TaxDecision.Why.RATE);
    private static final Map<String, Consumer<StoredInvoice>> VERBS = Map.of(
            "pay", invoice -> invoice.pay(Optional.of(UUID.randomUUID()), NOW),
            "write off", StoredInvoice::writeOff,
            "credit all", invoice -> invoice.credit(invoice.creditable().times(-1), NOW),
            "price", invoice -> invoice.price(draft(1)),
            "issue", invoice -> issue(invoice, draft(1)));

    @ParameterizedTest
    @CsvSource({
        "draft, pay, INVOICE_DECIDED", "draft, write off, INVOICE_DECIDED", "draft, credit all, INVOICE_IS_DRAFT",
        "draft, price, draft", "draft, issue, open",
        "open, pay, paid", "open, write off, uncollectible", "open, credit all, void", "open, price, final",
        "open, issue, final",
        "paid, pay, INVOICE_DECIDED", "paid, write off, INVOICE_DECIDED", "paid, credit all, paid",
        "paid, price, final", "paid, issue, final",
        "void, pay, INVOICE_DECIDED", "void, write off, INVOICE_DECIDED", "void, price, final", "void, issue, final",
        "uncollectible, pay, paid", "uncollectible, write off, INVOICE_DECIDED", "uncollectible, credit all, void",
        "uncollectible, price, final", "uncollectible, issue, final"})
    void each_state_takes_what_it_can(String state, String verb, String outcome) {
        var status = Status.valueOf(state.toUpperCase(Locale.ROOT));
        var invoice = in(status);
        var thrown = catchThrowable(() -> VERBS.get(verb).accept(invoice));
        if (thrown == null) {
            assertThat(invoice.status().word()).isEqualTo(outcome);
        } else {
            assertThat(thrown.getMessage()).satisfiesAnyOf(message -> assertThat(message).isEqualTo(outcome),
                    message -> assertThat(message).endsWith("is " + outcome));
            assertThat(invoice.status()).isEqualTo(status);
        }
    }

    @Test
    void what_is_owed_goes_down_by_credit_and_ends_with_the_rest() {
        var invoice = in(Status.OPEN);
        assertThat(invoice.due()).isEqualTo(euros(119));
        invoice.credit(euros(-19), NOW);
        assertThat(invoice.due()).isEqualTo(euros(100));
        invoice.pay(Optional.of(UUID.randomUUID()), NOW);
        assertThat(invoice.settled()).isEqualTo(euros(100));
        assertThat(invoice.creditable()).isEqualTo(euros(100));
    }

    @Test
    void nothing_of_a_final_one_is_written_but_what_became_of_it() {
        var invoice = in(Status.OPEN);
        invoice.pay(Optional.of(UUID.randomUUID()), NOW);
        assertThatCode(invoice::staysWhatItIs).doesNotThrowAnyException();
        invoice.note = "changed";
        assertThatIllegalStateException().isThrownBy(invoice::staysWhatItIs);
        assertThatIllegalStateException().isThrownBy(invoice::stays);
    }

    @Test
    void its_hash_is_of_its_content_and_of_nothing_that_moves() {
        var invoice = in(Status.OPEN);
        var lines = StoredLine.of(invoice, draft(100).lines());
        var proof = new InvoiceProof(invoice, lines);
        assertThat(proof.differences()).isEmpty();
        invoice.pay(Optional.of(UUID.randomUUID()), NOW);
        assertThat(proof.isIntact()).isTrue();
        invoice.total = 1;
        assertThat(proof.differences()).extracting("what").containsExactly("total", "content");
    }

    @Test
    void parts_of_credit_add_up_to_the_whole_whatever_the_tax() {
        var invoice = in(Status.OPEN);
        var lines = draft(100).lines();
        var first = new Corrections(invoice, lines, List.of()).amount(euros(33));
        assertThat(first.totals().gross()).isEqualTo(euros(-33));
        var rest = new Corrections(invoice, lines, first.lines()).whole();
        assertThat(rest.totals().gross()).isEqualTo(euros(-86));
        assertThat(catchThrowable(() -> new Corrections(invoice, lines, first.lines())
                .of(Map.of(1, euros(87))))).hasMessage("CREDIT_TOO_MUCH");
        assertThat(catchThrowable(() -> new Corrections(invoice, lines, List.of()).of(Map.of(9, euros(1)))))
                .hasMessage("VALIDATION_FAILED");
    }

    private static StoredInvoice in(Status status) {
        var invoice = new StoredInvoice(new Claim(new AccountId(UUID.randomUUID()), Reason.USAGE, "cause", EUR,
                Optional.empty(), Optional.empty()), NOW);
        invoice.price(draft(100));
        if (status == Status.DRAFT) {
            return invoice;
        }
        issue(invoice, draft(100));
        switch (status) {
            case PAID -> VERBS.get("pay").accept(invoice);
            case VOID -> VERBS.get("credit all").accept(invoice);
            case UNCOLLECTIBLE -> VERBS.get("write off").accept(invoice);
            default -> assertThat(invoice.status()).isEqualTo(Status.OPEN);
        }
        return invoice;
    }

    private static void issue(StoredInvoice invoice, Draft draft) {
        invoice.issue(new Issue(new InvoiceNumber("iqx", Kind.INVOICE, 2026, 1), NOW, NOW,
                new SellerOnPaper("S", List.of(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "en", "UTC"),
                new BuyerOnPaper("B", List.of(), Optional.empty(), Optional.empty(), Optional.empty())),
                StoredLine.of(invoice, draft.lines()));
    }

    private static Draft draft(long price) {
        return Draft.of(EUR, List.of(new Item(LineKind.PLAN, "Plan", Optional.empty(),
                How.Flat.one(new Offer("plan", 1), euros(price)), TAX)), Optional.empty());
    }

    private static Money euros(long amount) {
        return new Money(amount * 100, EUR);
    }
}
