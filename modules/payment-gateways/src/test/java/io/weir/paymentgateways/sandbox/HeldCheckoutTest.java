package io.weir.paymentgateways.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class HeldCheckoutTest {
    private static Stream<Arguments> everyStateAndVerb() {
        return Arrays.stream(CheckoutStatus.values()).flatMap(status -> Arrays.stream(SandboxOutcome.values())
                .map(outcome -> Arguments.of(status, outcome)));
    }

    @ParameterizedTest
    @MethodSource("everyStateAndVerb")
    void an_open_checkout_is_decided_once(CheckoutStatus status, SandboxOutcome outcome) {
        var checkout = in(status);
        if (status.isOpen()) {
            assertThat(checkout.decide(outcome, Script.GOOD).status()).isEqualTo(outcome.left());
        } else {
            assertThatThrownBy(() -> checkout.decide(outcome, Script.GOOD)).hasMessage("PAYMENT_DECIDED");
        }
    }

    @ParameterizedTest
    @EnumSource(CheckoutStatus.class)
    void closing_ends_what_is_open_and_leaves_the_rest(CheckoutStatus status) {
        assertThat(in(status).close().status()).isEqualTo(status.isOpen() ? CheckoutStatus.CANCELLED : status);
    }

    @Test
    void the_card_of_the_first_step_is_the_one_that_pays() {
        var confirmed = in(CheckoutStatus.OPEN).decide(SandboxOutcome.REQUIRES_AUTHENTICATION, Script.GOOD)
                .decide(SandboxOutcome.SUCCEED, Script.GOOD);
        assertThat(confirmed.card()).contains(TestCard.REQUIRES_AUTHENTICATION);
    }

    @Test
    void a_script_may_take_another_amount_but_not_nothing() {
        assertThat(in(CheckoutStatus.OPEN).decide(SandboxOutcome.SUCCEED, Script.of("amount_off=-1")).taken().minor())
                .isEqualTo(98_999);
        assertThatThrownBy(() -> in(CheckoutStatus.OPEN).decide(SandboxOutcome.SUCCEED, Script.of("amount_off=-99000")))
                .hasMessage("VALIDATION_FAILED");
    }

    private static HeldCheckout in(CheckoutStatus status) {
        var open = HeldCheckout.of(Sandbox.TENANT.id(), Sandbox.monthly(), Script.GOOD, SandboxFakes.NOW);
        return new HeldCheckout(open.tenant(), open.id(), open.orderCode(), open.account(), open.amount(), open.name(),
                open.recurring(), status, Optional.empty(), Optional.empty(), open.script(), open.expiresAt());
    }
}
