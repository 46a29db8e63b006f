package io.weir.paymentgateways;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.payments.api.Decline;
import io.weir.payments.api.PaymentId;
import io.weir.payments.spi.AgreementState;
import io.weir.payments.spi.ChargeAnswer;
import io.weir.payments.spi.ChargeOrder;
import io.weir.payments.spi.Fact;
import io.weir.payments.spi.Gateway;
import io.weir.payments.spi.GatewayException;
import io.weir.payments.spi.GatewaySetting;
import io.weir.payments.spi.Merchant;
import io.weir.payments.spi.OpenOrder;
import io.weir.payments.spi.Payer;
import io.weir.payments.spi.UnreadableNoticeException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
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

    /** A payer of whom it keeps something; none by gateways that charge nobody who is not there. */
    default Optional<Kept> kept() {
        return Optional.empty();
    }

    /** Names of methods: that pays, that has no money, whose bank asks; and what notices have said since. */
    record Kept(Payer payer, String pays, String poor, String asks, Supplier<List<Fact>> told) {
        ChargeOrder order(long number, String method) {
            return new ChargeOrder(new PaymentId(new UUID(9, number)), 1_796_000_000_009_000L + number,
                    Orders.of(99_000, "VND").amount(), "INV-1", payer, method, Instant.EPOCH);
        }
    }

    @Test
    default void whoever_charges_kept_cards_shows_them_and_can_be_asked() {
        assertThat(gateway().offSessionCharges().isPresent()).isEqualTo(kept().isPresent());
        gateway().offSessionCharges().ifPresent(part -> {
            assertThat(gateway().savedMethods()).isPresent();
            assertThat(gateway().inquiries()).isPresent();
            assertThat(gateway().customers()).isPresent();
        });
    }

    /** Else a crash between the charge and its being written down would charge twice, or its notice pay twice. */
    @Test
    default void a_kept_card_is_charged_once_however_often_it_is_asked_for_and_told_of() {
        kept().ifPresent(kept -> {
            var charges = gateway().offSessionCharges().orElseThrow();
            var order = kept.order(1, kept.pays());
            assertThat(charges.find(configured(), order)).isEmpty();
            var answer = charges.charge(configured(), order);
            assertThat(answer).isInstanceOfSatisfying(ChargeAnswer.Paid.class,
                    paid -> assertThat(paid.amount()).isEqualTo(order.amount()));
            assertThat(charges.charge(configured(), order)).isEqualTo(answer);
            assertThat(charges.find(configured(), order)).contains(answer);
            assertThat(kept.told().get()).singleElement().isInstanceOfSatisfying(Fact.OfPayment.class, told -> {
                assertThat(told.outcome()).isEqualTo(Fact.Outcome.PAID);
                assertThat(told.subject().orderCode()).hasValue(order.orderCode());
                assertThat(told.gatewayReference()).contains(((ChargeAnswer.Paid) answer).reference());
                assertThat(told.amount()).contains(order.amount());
            });
        });
    }

    @Test
    default void a_bank_that_does_not_pay_says_why_and_the_notice_says_the_same() {
        kept().ifPresent(kept -> {
            var charges = gateway().offSessionCharges().orElseThrow();
            var poor = charges.charge(configured(), kept.order(2, kept.poor()));
            assertThat(poor).isInstanceOfSatisfying(ChargeAnswer.Declined.class,
                    declined -> assertThat(declined.why().code()).isEqualTo("insufficient_funds"));
            assertThat(charges.charge(configured(), kept.order(2, kept.poor()))).isEqualTo(poor);
            assertThat(charges.find(configured(), kept.order(2, kept.poor()))).contains(poor);
            assertThat(charges.charge(configured(), kept.order(3, kept.asks())))
                    .isInstanceOfSatisfying(ChargeAnswer.Declined.class, declined ->
                            assertThat(declined.why().code()).isEqualTo(Decline.AUTHENTICATION_REQUIRED));
            assertThat(kept.told().get()).hasSize(2).allSatisfy(fact -> assertThat(((Fact.OfPayment) fact).outcome())
                    .isEqualTo(Fact.Outcome.FAILED)).first().satisfies(fact ->
                    assertThat(((Fact.OfPayment) fact).words()).contains(((ChargeAnswer.Declined) poor).why().words()));
        });
    }

    @Test
    default void what_is_not_kept_any_more_is_not_charged() {
        kept().ifPresent(kept -> {
            assertThat(gateway().savedMethods().orElseThrow().remove(configured(), kept.payer(), kept.pays())).isTrue();
            assertThat(gateway().offSessionCharges().orElseThrow().charge(configured(), kept.order(4, kept.pays())))
                    .isInstanceOf(ChargeAnswer.Declined.class);
        });
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
