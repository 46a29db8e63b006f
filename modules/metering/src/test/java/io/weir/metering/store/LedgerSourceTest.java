package io.weir.metering.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.metering.api.Allowances.GrantKind;
import io.weir.metering.api.Ledger.Query;
import io.weir.metering.api.Ledger.Type;
import io.weir.metering.api.MeterKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LedgerSourceTest {
    @ParameterizedTest
    @CsvSource({"PLAN, GRANT", "EXTENSION, GRANT", "CREDIT_PACKAGE, PURCHASE", "BONUS, BONUS",
            "ADJUSTMENT, ADJUSTMENT", "REFUND, REFUND"})
    void every_kind_of_grant_is_of_a_type_and_found_by_it(GrantKind kind, Type type) {
        assertThat(LedgerSource.type(kind.name())).isEqualTo(type);
        assertThat(LedgerSource.GRANT.newest(of(Optional.of(type)), false)).contains("'" + kind + "'");
    }

    @ParameterizedTest
    @EnumSource(Type.class)
    void every_type_has_one_source(Type type) {
        assertThat(Arrays.stream(LedgerSource.values()).filter(source -> source.has(Optional.of(type)))).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(LedgerSource.class)
    void without_a_type_all_sources_count_and_nothing_of_another_account(LedgerSource source) {
        assertThat(source.has(Optional.empty())).isTrue();
        assertThat(source.newest(of(Optional.empty()), false))
                .contains("WHERE tenant_id = :tenant AND account_id = :account AND meter = :meter")
                .doesNotContain("kind IN").doesNotContain(":from").doesNotContain(":until").doesNotContain(":before");
    }

    @ParameterizedTest
    @EnumSource(LedgerSource.class)
    void a_span_begins_with_its_first_moment_and_ends_before_its_last(LedgerSource source) {
        var span = new Query(MeterKey.CREDITS, Optional.empty(), Optional.of(Instant.EPOCH), Optional.of(Instant.MAX));
        assertThat(source.newest(span, true)).contains(">= :from").contains("< :until").contains("id < :beforeId");
        assertThat(source.count(span)).contains(">= :from").contains("< :until");
    }

    private static Query of(Optional<Type> type) {
        return new Query(MeterKey.CREDITS, type, Optional.empty(), Optional.empty());
    }
}
