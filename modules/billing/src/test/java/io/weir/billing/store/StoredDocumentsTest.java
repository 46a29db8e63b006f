package io.weir.billing.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.billing.api.Invoice;
import io.weir.billing.api.InvoiceDocument.State;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Money;
import io.weir.kernel.api.TenantId;
import io.weir.kernel.api.UserId;
import io.weir.tenancy.api.Account;
import io.weir.tenancy.api.Tenant;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StoredDocumentsTest {
    private static final Currency VND = Currency.getInstance("VND");
    private static final Instant ISSUED = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void aStoredInvoiceIsPaidUntaxedAndSaysWhoSoldIt() {
        var account = new AccountId(UUID.randomUUID());
        var seller = new Tenant(new TenantId(UUID.randomUUID()), "iqx", "IQX", VND, Locale.forLanguageTag("vi"),
                ZoneId.of("Asia/Ho_Chi_Minh"), true, Map.of("seller.name", "Công ty IQX",
                "seller.address", "1 Đường Đê\n \nQuận 1", "seller.tax-number", "0312345678"));
        var buyer = new Account(account, "Acme", new UserId(UUID.randomUUID()), "a@example.com", ISSUED,
                Optional.empty(), Optional.empty());
        var price = new Money(99_000, VND);
        var document = StoredDocuments.document(seller, buyer, new Invoice(UUID.randomUUID(), "IQX-2026-000001",
                account, ISSUED, price.times(2), "paid", UUID.randomUUID(),
                List.of(new Invoice.Line("Gói Cơ Bản", 2, price, price.times(2)))));

        assertThat(document.state()).isEqualTo(State.PAID);
        assertThat(document.seller().name()).isEqualTo("Công ty IQX");
        assertThat(document.seller().address()).containsExactly("1 Đường Đê", "Quận 1");
        assertThat(document.seller().vatId()).contains("0312345678");
        assertThat(document.buyer().email()).contains("a@example.com");
        assertThat(document.totals().gross()).isEqualTo(price.times(2));
        assertThat(document.totals().due().isZero()).isTrue();
        assertThat(document.lines()).singleElement().satisfies(line -> {
            assertThat(line.quantity()).isEqualTo(BigDecimal.valueOf(2));
            assertThat(line.net()).isEqualTo(price.times(2));
        });
    }
}
