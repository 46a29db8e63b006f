package io.weir.subscriptions.api;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Period;
import io.weir.kernel.api.TenantId;
import io.weir.subscriptions.api.PricedPeriods.Priced;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Time that has passed, in a plan's periods. Spans have an end. */
public interface PastPeriods {
    /**
     * The span, in order and without a gap: periods that the account had on this plan, all of them within the span and
     * not left early; and between them pieces that begin where its periods would, counted from the first that it had
     * on this plan, else from the first that it paid for, else from any; from the span's beginning when there is none.
     */
    List<Piece> of(TenantId tenant, AccountId account, Plan plan, Period span);

    /** The span in the plan's periods, the first of which begins with it. */
    List<Piece> from(TenantId tenant, Plan plan, Period span);

    /** Who had the plan in the span, for whatever part of it, after that account by their ids. */
    List<Holder> holders(TenantId tenant, UUID plan, Period span, AccountId after, int most);

    /**
     * {@code planned}: when a period that begins so would end; absent for one that never does. {@code had}: that the
     * account really had.
     */
    record Piece(Instant from, Instant until, Optional<Instant> planned, Optional<Priced> had) {
        /** A whole period. */
        public boolean isWhole() {
            return planned.filter(until::equals).isPresent();
        }
    }

    /** From its first period of the plan in the span to the end of its last, within the span. */
    record Holder(AccountId account, Instant from, Instant until) {
    }
}
