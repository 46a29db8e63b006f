package io.weir.payments.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.kernel.api.Money;
import io.weir.payments.spi.AgreementState;
import io.weir.payments.spi.Fact;
import io.weir.payments.spi.RefundAnswer;
import io.weir.payments.spi.Subject;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NoticeNamesTest {
    private static final String FITS = "x".repeat(191);
    private static final String LONG = "x".repeat(192);
    private static final Money MONEY = new Money(1, Specimen.DONG);

    static Stream<Fact> tooLong() {
        var product = Optional.of("x".repeat(101));
        return Stream.of(Fact.OfPayment.paid(Subject.NOBODY, MONEY, LONG),
                Fact.OfPayment.paid(Subject.NOBODY, MONEY, FITS)
                        .beginning(AgreementState.active(LONG, Optional.empty())),
                new Fact.Renewed(Subject.NOBODY, LONG, FITS, MONEY, Optional.empty()),
                new Fact.Renewed(Subject.NOBODY, FITS, LONG, MONEY, Optional.empty()),
                new Fact.Renewed(Subject.NOBODY, FITS, FITS, MONEY, product),
                new Fact.RenewalFailed(Subject.NOBODY, FITS, LONG, Optional.empty()),
                new Fact.AgreementChanged(Subject.NOBODY, AgreementState.active(FITS, Optional.of(LONG)),
                        Instant.EPOCH),
                new Fact.Refunded(Subject.NOBODY, LONG, MONEY, RefundAnswer.Outcome.COMPLETED));
    }

    @ParameterizedTest
    @MethodSource("tooLong")
    void a_name_that_would_be_cut_does_not_fit(Fact fact) {
        assertThat(NoticeNames.fit(fact)).isFalse();
    }

    @Test
    void names_of_what_can_be_kept_fit() {
        assertThat(NoticeNames.fit(Fact.OfPayment.paid(Subject.NOBODY, MONEY, FITS)
                .beginning(AgreementState.active(FITS, Optional.of(FITS))))).isTrue();
        assertThat(NoticeNames.fit(new Fact.Refunded(Subject.NOBODY, FITS, MONEY, RefundAnswer.Outcome.FAILED)))
                .isTrue();
        assertThat(NoticeNames.fit(Fact.Nothing.AT_ALL)).isTrue();
    }
}
