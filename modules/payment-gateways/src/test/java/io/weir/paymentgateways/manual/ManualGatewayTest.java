package io.weir.paymentgateways.manual;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.kernel.api.TenantId;
import io.weir.paymentgateways.GatewayContract;
import io.weir.paymentgateways.Orders;
import io.weir.paymentgateways.qr.QrReading;
import io.weir.payments.spi.Gateway;
import io.weir.payments.spi.Merchant;
import io.weir.platform.api.Time;
import io.weir.tenancy.api.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ManualGatewayTest implements GatewayContract {
    private static final Map<String, String> VIETNAMESE = Map.of(
            "payments.bank.name", "MB Bank", "payments.bank.bin", "970422",
            "payments.bank.account", "0123 456 789", "payments.bank.holder", "CONG TY IQX");
    private static final Map<String, String> EUROPEAN = Map.of(
            "payments.bank.name", "Sparkasse", "payments.bank.bic", "SPKADE2H",
            "payments.bank.iban", "DE02 1203 0000 0000 2020 51");

    private static final Instant NOW = Instant.parse("2026-02-03T04:05:06Z");

    @Override
    public Gateway gateway() {
        return new ManualGateway(new StoppedClock());
    }

    @Override
    public Merchant configured() {
        return merchant(Orders.tenant(1, "VND", false, VIETNAMESE));
    }

    @Override
    public Merchant notConfigured() {
        return merchant(Orders.tenant(1, "VND", false, Map.of("payments.bank.name", "MB Bank")));
    }

    @Test
    void a_transfer_of_dong_comes_with_a_code_that_a_bank_can_read() throws Exception {
        var checkout = gateway().open(configured(), Orders.of(99_000, "VND")).checkout();
        assertThat(QrReading.of(checkout.qrCode().orElseThrow()))
                .isEqualTo(VietQr.payload("970422", "0123456789", 99_000, Orders.REFERENCE));
        assertThat(checkout.instructions()).hasValueSatisfying(transfer -> {
            assertThat(transfer.bank()).isEqualTo("MB Bank");
            assertThat(transfer.account()).isEqualTo("0123456789");
            assertThat(transfer.holder()).isEqualTo("CONG TY IQX");
            assertThat(transfer.reference()).isEqualTo(Orders.REFERENCE);
            assertThat(transfer.amount().minor()).isEqualTo(99_000);
        });
    }

    @Test
    void a_transfer_of_euros_goes_to_the_iban_and_comes_with_a_sepa_code() throws Exception {
        var checkout = gateway().open(merchant(Orders.tenant(2, "EUR", false, EUROPEAN)), Orders.of(4900, "EUR"))
                .checkout();
        assertThat(QrReading.of(checkout.qrCode().orElseThrow())).isEqualTo("BCD\n002\n1\nSCT\nSPKADE2H\nTenant 2\n"
                + "DE02120300000000202051\nEUR49.00\n\n\n" + Orders.REFERENCE);
        assertThat(checkout.instructions()).hasValueSatisfying(transfer -> {
            assertThat(transfer.bank()).isEqualTo("Sparkasse (SPKADE2H)");
            assertThat(transfer.account()).isEqualTo("DE02120300000000202051");
            assertThat(transfer.holder()).isEqualTo("Tenant 2");
        });
    }

    @Test
    void other_currencies_have_no_code() {
        var checkout = gateway().open(merchant(Orders.tenant(2, "CHF", false, EUROPEAN)), Orders.of(4900, "CHF"))
                .checkout();
        assertThat(checkout.qrCode()).isEmpty();
        assertThat(checkout.instructions().orElseThrow().account()).isEqualTo("DE02120300000000202051");
    }

    @Test
    void an_iban_with_a_wrong_digit_is_no_account() {
        var wrong = Map.of("payments.bank.iban", "DE03 1203 0000 0000 2020 51");
        assertThat(gateway().isConfigured(merchant(Orders.tenant(2, "EUR", false, wrong)))).isFalse();
        var both = Map.of("payments.bank.iban", "DE03", "payments.bank.account", "12345");
        var checkout = gateway().open(merchant(Orders.tenant(2, "EUR", false, both)), Orders.of(4900, "EUR"))
                .checkout();
        assertThat(checkout.instructions().orElseThrow().account()).isEqualTo("12345");
        assertThat(checkout.qrCode()).isEmpty();
    }

    @Test
    void without_the_banks_number_or_in_another_currency_there_is_no_code() {
        var noBin = merchant(Orders.tenant(3, "VND", false,
                Map.of("payments.bank.account", "1", "payments.bank.bin", "MB")));
        assertThat(gateway().open(noBin, Orders.of(99_000, "VND")).checkout().qrCode()).isEmpty();
        assertThat(gateway().open(configured(), Orders.of(4900, "USD")).checkout().qrCode()).isEmpty();
    }

    @Test
    void a_transfer_is_waited_for_as_long_as_the_tenant_says() {
        var patient = merchant(Orders.tenant(4, "VND", false,
                Map.of("payments.bank.account", "1", "payments.manual.days", "90")));
        assertThat(gateway().open(configured(), Orders.of(1, "VND")).expiresAt())
                .contains(NOW.plus(Duration.ofDays(30)));
        assertThat(gateway().open(patient, Orders.of(1, "VND")).expiresAt()).contains(NOW.plus(Duration.ofDays(90)));
    }

    private static Merchant merchant(Tenant tenant) {
        return new Merchant(tenant, Map.of());
    }

    private record StoppedClock() implements Time {
        @Override
        public Instant now() {
            return NOW;
        }

        @Override
        public Instant now(TenantId tenant) {
            return NOW;
        }
    }
}
