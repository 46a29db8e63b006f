package io.weir.bootstrap.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.weir.bootstrap.api.CatalogueChange.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferencesTest {
    private static final String BEFORE = CatalogueReaderTest.GOOD + CatalogueReaderTest.METERED;

    @Test
    void a_field_of_a_plan() {
        assertThat(differences(BEFORE.replace("price: 9.90", "price: 12"))).singleElement().satisfies(found -> {
            assertThat(found.kind()).isEqualTo(Kind.CHANGED);
            assertThat(found.subject()).isEqualTo("plans/pro-monthly");
            assertThat(found.field()).contains("price");
            assertThat(found.before()).isEqualTo(new BigDecimal("9.90"));
            assertThat(found.after()).isEqualTo(new BigDecimal("12.00"));
        });
    }

    @Test
    void each_quota_by_itself() {
        assertThat(differences(BEFORE.replace("{calls: 1000}", "{calls: 1000.0, credits: 5}")))
                .extracting(Differences.Found::field, Differences.Found::before, Differences.Found::after)
                .containsExactly(tuple(Optional.of("quotas.credits"), null, new BigDecimal("5")));
    }

    @Test
    void whole_things() {
        assertThat(Differences.between(read(CatalogueReaderTest.GOOD), read(BEFORE)))
                .extracting(Differences.Found::kind, Differences.Found::subject)
                .containsExactly(tuple(Kind.ADDED, "plans/pro-monthly"));
        assertThat(Differences.between(read(BEFORE), read(CatalogueReaderTest.GOOD)))
                .extracting(Differences.Found::kind, Differences.Found::subject)
                .containsExactly(tuple(Kind.REMOVED, "plans/pro-monthly"));
    }

    @Test
    void the_order_of_what_is_for_sale_is_none() {
        var swapped = BEFORE.replace("  - {key: calls, title: Calls, unit: call, decimals: 0}\n", "")
                + "";
        var meters = swapped.replace("decimals: 4}\n", "decimals: 4}\n  - {key: calls, title: Calls, unit: call,"
                + " decimals: 0}\n");
        assertThat(differences(meters)).isEmpty();
    }

    @Test
    void the_order_of_gateways_is_one() {
        assertThat(differences(BEFORE.replace("[sandbox]", "[sandbox, stripe]"))).singleElement()
                .satisfies(found -> assertThat(found.after()).isEqualTo(List.of("sandbox", "stripe")));
    }

    @Test
    void whose_it_is_matters_not() {
        assertThat(differences(BEFORE.replace("slug: acme", "slug: staging").replace("sandbox: true",
                "sandbox: false"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"month, 12.5, , 12.5", "year, 290, , 24.166666666667", "days, 99000, 30, 99000", "days, 10, 7,"
            + " 42.857142857143", "lifetime, 500, , 0"})
    void a_price_by_the_month(String interval, BigDecimal price, Integer days, BigDecimal monthly) {
        assertThat(CatalogueImpact.monthly(price, interval, days)).isEqualByComparingTo(monthly);
    }

    private static List<Differences.Found> differences(String after) {
        return Differences.between(read(BEFORE), read(after));
    }

    private static CatalogueFile read(String yaml) {
        return CatalogueReaderTest.read(yaml);
    }
}
