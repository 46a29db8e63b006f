package io.weir.webadmin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class SettingWishTest {
    private static final List<String> NAMES = List.of("STRIPE_SECRET_KEY", "STRIPE_PUBLISHABLE_KEY");

    private static Function<String, Optional<String>> form(Map<String, String> fields) {
        return name -> Optional.ofNullable(fields.get(name));
    }

    private static Map<String, String> read(Map<String, String> fields) {
        return SettingWish.read(NAMES, form(fields));
    }

    @Test
    void an_empty_field_changes_nothing() {
        assertThat(read(Map.of())).isEmpty();
        assertThat(read(Map.of("set.STRIPE_SECRET_KEY", "sk_1")))
                .containsExactly(Map.entry("STRIPE_SECRET_KEY", "sk_1"));
    }

    @Test
    void a_tick_takes_back_and_a_value_beside_it_counts_more() {
        assertThat(read(Map.of("drop.STRIPE_SECRET_KEY", "1", "drop.STRIPE_PUBLISHABLE_KEY", "1",
                "set.STRIPE_PUBLISHABLE_KEY", "pk_2")))
                .isEqualTo(Map.of("STRIPE_SECRET_KEY", "", "STRIPE_PUBLISHABLE_KEY", "pk_2"));
    }

    @Test
    void fields_that_the_gateway_has_not_are_not_read() {
        assertThat(read(Map.of("set.PAYOS_API_KEY", "x", "drop.PAYOS_API_KEY", "1"))).isEmpty();
    }

    @Test
    void one_more_is_named_in_capitals() {
        assertThat(read(Map.of("newName", "stripe_price_pro_monthly", "newValue", "price_1")))
                .isEqualTo(Map.of("STRIPE_PRICE_PRO_MONTHLY", "price_1"));
    }

    @Test
    void a_name_alone_or_a_value_alone_is_half() {
        assertThat(SettingWish.isHalf(form(Map.of("newName", "STRIPE_X")))).isTrue();
        assertThat(SettingWish.isHalf(form(Map.of("newValue", "x")))).isTrue();
        assertThat(SettingWish.isHalf(form(Map.of("newName", "STRIPE_X", "newValue", "x")))).isFalse();
        assertThat(SettingWish.isHalf(form(Map.of()))).isFalse();
    }
}
