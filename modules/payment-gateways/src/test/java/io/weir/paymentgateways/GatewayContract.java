package io.weir.paymentgateways;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.payments.spi.Gateway;
import io.weir.payments.spi.GatewayException;
import io.weir.tenancy.api.Tenant;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every gateway keeps, whatever stands behind it. */
public interface GatewayContract {
    Gateway gateway();

    /** One that has what the gateway needs. */
    Tenant configured();

    /** One that has not. */
    Tenant notConfigured();

    @Test
    default void its_name_fits_settings_and_paths() {
        assertThat(gateway().name()).matches("[a-z]{1,40}");
    }

    @Test
    default void it_knows_who_can_use_it() {
        assertThat(gateway().isConfigured(configured())).isTrue();
        assertThat(gateway().isConfigured(notConfigured())).isFalse();
    }

    @Test
    default void it_tells_the_payer_where_to_go() {
        var checkout = gateway().open(configured(), Orders.of(99_000, "VND"));
        assertThat(checkout.url().isPresent() || checkout.instructions().isPresent()).isTrue();
        assertThat(checkout.instructions().isPresent()).isEqualTo(gateway().isManual());
    }

    @Test
    default void opening_again_is_the_same_checkout() {
        var order = Orders.of(99_000, "VND");
        assertThat(gateway().open(configured(), order)).isEqualTo(gateway().open(configured(), order));
    }

    @Test
    default void whoever_cannot_use_it_cannot_open() {
        assertThatThrownBy(() -> gateway().open(notConfigured(), Orders.of(99_000, "VND")))
                .isInstanceOf(GatewayException.class);
    }

    @Test
    default void it_believes_nothing_unsigned() {
        var body = "{\"orderCode\":1796000000000123,\"amount\":99000}".getBytes(StandardCharsets.UTF_8);
        assertThat(gateway().read(configured(), Map.of(), body)).isEmpty();
        assertThat(gateway().read(configured(), Map.of("x-signature", "t=1,v1=00"), body)).isEmpty();
        assertThat(gateway().read(configured(), Map.of(), new byte[0])).isEmpty();
    }
}
