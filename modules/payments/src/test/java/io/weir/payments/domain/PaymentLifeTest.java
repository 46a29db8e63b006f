package io.weir.payments.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.RefusedException;
import io.weir.payments.api.Payment;
import io.weir.payments.api.PaymentStatus;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PaymentLifeTest {
    private static final Set<PaymentStatus> OPEN = EnumSet.of(PaymentStatus.PENDING, PaymentStatus.PROCESSING);
    private static final Instant LATER = Instant.parse("2026-03-01T00:00:00Z");

    enum Verb {
        PROCESS(PaymentEntity::process, EnumSet.of(PaymentStatus.PENDING), PaymentStatus.PROCESSING),
        COMPLETE(p -> p.complete(Optional.of("FT1"), Optional.of("came"), LATER), OPEN, PaymentStatus.COMPLETED),
        FAIL(p -> p.fail(Optional.of("declined")), OPEN, PaymentStatus.FAILED),
        CANCEL(p -> p.cancel(Optional.empty()), OPEN, PaymentStatus.CANCELLED),
        REJECT(p -> p.reject(Optional.of("no money seen")), OPEN, PaymentStatus.FAILED);

        private final Consumer<PaymentEntity> call;
        private final Set<PaymentStatus> from;
        private final PaymentStatus end;

        Verb(Consumer<PaymentEntity> call, Set<PaymentStatus> from, PaymentStatus end) {
            this.call = call;
            this.from = from;
            this.end = end;
        }
    }

    static Stream<Arguments> everyStateAndVerb() {
        return Arrays.stream(PaymentStatus.values())
                .flatMap(status -> Arrays.stream(Verb.values()).map(verb -> arguments(status, verb)));
    }

    @ParameterizedTest
    @MethodSource("everyStateAndVerb")
    void a_verb_moves_from_its_states_and_refuses_the_others(PaymentStatus status, Verb verb) {
        var payment = Specimen.of("manual", status);
        if (verb.from.contains(status)) {
            verb.call.accept(payment);
            assertThat(payment.status()).isEqualTo(verb.end);
            assertThat(Specimen.get(payment, "openReference")).isEqualTo(verb.end.isOpen() ? "WR01234567" : null);
        } else {
            assertThatThrownBy(() -> verb.call.accept(payment)).isInstanceOfSatisfying(RefusedException.class, e -> {
                assertThat(e.refusal().code()).isEqualTo("PAYMENT_DECIDED");
                assertThat(e.refusal().kind()).isEqualTo(Refusal.Kind.CONFLICT);
            });
            assertThat(payment.status()).isEqualTo(status);
        }
    }

    @ParameterizedTest
    @EnumSource(PaymentStatus.class)
    void only_an_open_payment_can_be_offered(PaymentStatus status) {
        var payment = Specimen.of("sandbox", status);
        var checkout = new Payment.Checkout(Optional.of("http://x/1"), Optional.empty(), Optional.of("link"),
                Optional.empty());
        if (status.isOpen()) {
            payment.offer(checkout, Optional.empty(), LATER);
            assertThat(payment.toPayment().checkout()).isEqualTo(checkout);
        } else {
            assertThatThrownBy(() -> payment.offer(checkout, Optional.empty(), LATER)).isInstanceOf(RefusedException.class);
        }
    }

    @Test
    void a_completed_payment_says_when_and_under_which_number_the_money_came() {
        var payment = Specimen.of("sandbox", PaymentStatus.PROCESSING);
        payment.complete(Optional.of("FT1"), Optional.empty(), LATER);
        assertThat(payment.toPayment().completedAt()).contains(LATER);
        assertThat(payment.toPayment().gatewayReference()).contains("FT1");
        assertThat(payment.toPayment().reference()).isEqualTo("WR01234567");
    }

    @Test
    void instructions_survive_the_database_with_reference_and_amount() {
        var payment = Specimen.of("manual", PaymentStatus.PENDING);
        var transfer = new Payment.Instructions("MB Bank", "0123456789", "CÔNG TY IQX", "WR01234567", Specimen.PRICE);
        var checkout = new Payment.Checkout(Optional.empty(), Optional.of("data:image/png;base64,AA=="),
                Optional.empty(), Optional.of(transfer));
        payment.offer(checkout, Optional.empty(), LATER);
        assertThat(payment.toPayment().checkout()).isEqualTo(checkout);
    }
}
