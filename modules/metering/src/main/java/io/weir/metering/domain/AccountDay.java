package io.weir.metering.domain;

import io.weir.kernel.api.AccountId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A UTC day of an account, by its midnight: what is summed up, proven and mended in one transaction. */
public record AccountDay(AccountId account, Instant midnight) {
    /** The day of that moment. */
    public static AccountDay of(AccountId account, Instant moment) {
        return new AccountDay(account, moment.truncatedTo(ChronoUnit.DAYS));
    }

    public Stretch time() {
        return new Stretch(midnight, midnight.plus(1, ChronoUnit.DAYS));
    }
}
