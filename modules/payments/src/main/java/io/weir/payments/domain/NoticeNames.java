package io.weir.payments.domain;

import io.weir.payments.spi.AgreementState;
import io.weir.payments.spi.Fact;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether the names that a message gives are short enough to be kept whole: a name that is cut names something else.
 */
public final class NoticeNames {
    private static final int LONGEST = 191;
    private static final int LONGEST_PRODUCT = 100;

    private NoticeNames() {
    }

    public static boolean fit(Fact fact) {
        return names(fact).allMatch(name -> name.length() <= LONGEST)
                && product(fact).filter(name -> name.length() > LONGEST_PRODUCT).isEmpty();
    }

    private static Stream<String> names(Fact fact) {
        if (fact instanceof Fact.OfPayment payment) {
            return Stream.concat(payment.gatewayReference().stream(),
                    payment.agreement().stream().flatMap(NoticeNames::names));
        }
        if (fact instanceof Fact.Renewed renewed) {
            return Stream.of(renewed.agreement(), renewed.charge());
        }
        if (fact instanceof Fact.RenewalFailed failed) {
            return Stream.of(failed.agreement(), failed.charge());
        }
        if (fact instanceof Fact.AgreementChanged changed) {
            return names(changed.state());
        }
        return fact instanceof Fact.Refunded refunded ? Stream.of(refunded.reference()) : Stream.empty();
    }

    private static Stream<String> names(AgreementState state) {
        return Stream.concat(Stream.of(state.reference()), state.customer().stream());
    }

    private static Optional<String> product(Fact fact) {
        if (fact instanceof Fact.Renewed renewed) {
            return renewed.product();
        }
        if (fact instanceof Fact.AgreementChanged changed) {
            return changed.state().product();
        }
        return fact instanceof Fact.OfPayment payment ? payment.agreement().flatMap(AgreementState::product)
                : Optional.empty();
    }
}
