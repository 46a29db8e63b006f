package io.weir.payments.domain;

import io.weir.kernel.api.UserId;
import io.weir.payments.api.Agreement;
import io.weir.payments.spi.AgreementState;
import java.time.Instant;
import java.util.Optional;

/**
 * An agreement as it is kept. {@code changedAt}: the gateway's own time of the newest change that was taken over.
 * Changes come out of order, so an older one is passed by, and nothing brings an ended one back.
 */
public record StoredAgreement(Agreement agreement, UserId payer, String description, Optional<Instant> changedAt) {
    /** @return empty when the change is older than what is known, or comes after the end */
    public Optional<StoredAgreement> changedBy(AgreementState state, Instant at) {
        boolean isLate = changedAt.filter(known -> known.isAfter(at)).isPresent();
        if (agreement.status() == Agreement.Status.ENDED || isLate && state.status() != AgreementState.Status.ENDED) {
            return Optional.empty();
        }
        return Optional.of(with(Agreement.Status.valueOf(state.status().name()), state.cancelAtPeriodEnd(),
                state.paidUntil(), state.product(), at));
    }

    /** Paid again, perhaps for something else from now on. */
    public StoredAgreement renewed(Optional<String> product) {
        var status = agreement.status() == Agreement.Status.PAST_DUE ? Agreement.Status.ACTIVE : agreement.status();
        return with(status, agreement.cancelAtPeriodEnd(), agreement.paidUntil(), product, changedAt.orElse(null));
    }

    public StoredAgreement pastDue() {
        return agreement.status() != Agreement.Status.ACTIVE ? this
                : with(Agreement.Status.PAST_DUE, agreement.cancelAtPeriodEnd(), agreement.paidUntil(),
                        Optional.empty(), changedAt.orElse(null));
    }

    private StoredAgreement with(Agreement.Status status, boolean cancel, Optional<Instant> paidUntil,
            Optional<String> product, Instant at) {
        var now = new Agreement(agreement.id(), agreement.gateway(), agreement.reference(), agreement.account(),
                agreement.firstPayment(), product.orElse(agreement.product()), status, cancel,
                paidUntil.or(agreement::paidUntil), agreement.createdAt());
        return new StoredAgreement(now, payer, description, Optional.ofNullable(at));
    }
}
