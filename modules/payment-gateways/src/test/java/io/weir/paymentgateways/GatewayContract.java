package io.weir.paymentgateways;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.payments.spi.AgreementState;
import io.weir.payments.spi.Fact;
import io.weir.payments.spi.Gateway;
import io.weir.payments.spi.GatewayException;
import io.weir.payments.spi.GatewaySetting;
import io.weir.payments.spi.Merchant;
import io.weir.payments.spi.OpenOrder;
import io.weir.payments.spi.UnreadableNoticeException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What every gateway keeps, whatever stands behind it. */
public interface GatewayContract {
    Gateway gateway();

    /** One that has what the gateway needs. */
    Merchant configured();

    /** One that has not. */
    Merchant notConfigured();

    /** An order that the gateway takes. */
    default OpenOrder order() {
        return Orders.of(99_000, "VND");
    }

    /** An agreement that has been renewed once, and what its notices say; none by gateways that charge nobody. */
    default Optional<Renewal> renewal() {
        return Optional.empty();
    }

    /** {@code told}: since before the renewal. */
    record Renewal(String agreement, List<Fact> told) {
        List<Fact.Renewed> charges() {
            return charges(told);
        }

        static List<Fact.Renewed> charges(List<Fact> facts) {
            return facts.stream().filter(Fact.Renewed.class::isInstance).map(Fact.Renewed.class::cast).toList();
        }
    }

    @Test
    default void whoever_charges_each_period_can_be_asked_what_became_of_it() {
        assertThat(gateway().agreementInquiries().isPresent()).isEqualTo(gateway().agreements().isPresent())
                .isEqualTo(renewal().isPresent());
    }

    /** Else a notice that comes after all would be a second renewal. */
    @Test
    default void asking_tells_of_a_renewal_under_the_name_that_its_notice_has() {
        renewal().ifPresent(renewal -> {
            var facts = gateway().agreementInquiries().orElseThrow()
                    .ask(configured(), renewal.agreement(), Instant.EPOCH);
            assertThat(renewal.charges()).hasSize(1);
            assertThat(Renewal.charges(facts)).singleElement().satisfies(asked -> {
                var told = renewal.charges().get(0);
                assertThat(asked.agreement()).isEqualTo(renewal.agreement()).isEqualTo(told.agreement());
                assertThat(asked.charge()).isEqualTo(told.charge());
                assertThat(asked.amount()).isEqualTo(told.amount());
                assertThat(asked.product()).isEqualTo(told.product());
            });
            assertThat(facts).noneMatch(Fact.OfPayment.class::isInstance).last()
                    .isInstanceOfSatisfying(Fact.AgreementChanged.class, standing -> {
                        assertThat(standing.state().status()).isEqualTo(AgreementState.Status.ACTIVE);
                        assertThat(standing.state().reference()).isEqualTo(renewal.agreement());
                        assertThat(standing.state().paidUntil()).isPresent();
                    });
        });
    }

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
        var checkout = gateway().open(configured(), order()).checkout();
        assertThat(checkout.url().isPresent() || checkout.instructions().isPresent()).isTrue();
        assertThat(checkout.instructions().isPresent()).isEqualTo(gateway().isManual());
    }

    @Test
    default void opening_again_is_the_same_checkout() {
        var first = gateway().open(configured(), order()).checkout();
        assertThat(gateway().open(configured(), order()).checkout()).isEqualTo(first);
    }

    @Test
    default void whoever_cannot_use_it_cannot_open() {
        assertThatThrownBy(() -> gateway().open(notConfigured(), order()))
                .isInstanceOf(GatewayException.class);
    }

    @Test
    default void it_believes_nothing_unsigned() {
        var body = "{\"orderCode\":1796000000000123,\"amount\":99000}".getBytes(StandardCharsets.UTF_8);
        assertThat(gateway().isGenuine(configured(), Map.of(), body)).isFalse();
        assertThat(gateway().isGenuine(configured(), Map.of("x-signature", "t=1,v1=00"), body)).isFalse();
        assertThat(gateway().isGenuine(configured(), Map.of(), new byte[0])).isFalse();
    }

    @Test
    default void it_says_so_when_it_cannot_read() {
        for (var text : List.of("", "null", "[]", "not json", "\u0000")) {
            assertThatThrownBy(() -> gateway().read(text.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(UnreadableNoticeException.class);
            assertThat(gateway().claimedSubject(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
        }
    }

    @Test
    default void its_settings_are_named_as_the_environment_names_them() {
        assertThat(gateway().settings()).extracting(GatewaySetting::name).doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[A-Z][A-Z0-9_]{0,99}"));
    }

    /** The console's button relies on it. */
    @Test
    default void its_test_notice_is_genuine_and_of_no_consequence() {
        gateway().checkup().ifPresent(checkup -> {
            var message = checkup.testNotice(configured(), "7");
            var headers = message.headers().entrySet().stream().collect(Collectors.toMap(
                    header -> header.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue));
            assertThat(gateway().isGenuine(configured(), headers, message.body())).isTrue();
            assertThat(gateway().read(message.body()).fact()).isInstanceOf(Fact.Nothing.class);
        });
    }

    @Test
    default void an_account_is_always_the_same_customer() {
        gateway().customers().ifPresent(customers -> assertThat(customers.register(configured(), Orders.PAYER))
                .isNotBlank().isEqualTo(customers.register(configured(), Orders.PAYER)));
    }
}
