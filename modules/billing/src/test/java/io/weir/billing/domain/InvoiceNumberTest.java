package io.weir.billing.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvoiceNumberTest {
    @ParameterizedTest
    @CsvSource({"iqx,2026,1,IQX-2026-000001", "odoo-saas,2025,42,ODOO-SAAS-2025-000042",
                "iqx,2026,999999,IQX-2026-999999", "iqx,2026,1000000,IQX-2026-1000000"})
    void namesSellerYearAndCount(String slug, int year, long count, String text) {
        assertThat(new InvoiceNumber(slug, year, count)).hasToString(text);
    }

    @Test
    void startsAtOne() {
        assertThatIllegalArgumentException().isThrownBy(() -> new InvoiceNumber("iqx", 2026, 0));
    }
}
