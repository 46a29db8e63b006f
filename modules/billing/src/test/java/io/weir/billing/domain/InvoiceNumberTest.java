package io.weir.billing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.weir.billing.api.Invoice.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvoiceNumberTest {
    @ParameterizedTest
    @CsvSource({"iqx,2026,1,IQX-2026-000001", "odoo-saas,2025,42,ODOO-SAAS-2025-000042",
                "iqx,2026,999999,IQX-2026-999999", "iqx,2026,1000000,IQX-2026-1000000"})
    void namesSellerYearAndCount(String slug, int year, long count, String text) {
        assertThat(new InvoiceNumber(slug, Kind.INVOICE, year, count)).hasToString(text);
    }

    @Test
    void creditNotesHaveASeriesOfTheirOwn() {
        assertThat(new InvoiceNumber("iqx", Kind.CREDIT_NOTE, 2026, 7)).hasToString("IQX-CN-2026-000007");
    }

    @Test
    void startsAtOne() {
        assertThatIllegalArgumentException().isThrownBy(() -> new InvoiceNumber("iqx", Kind.INVOICE, 2026, 0));
    }
}
