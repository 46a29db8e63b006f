package io.weir.webrest.metering;

import io.weir.identity.api.Caller;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.RefusedException;
import io.weir.kernel.api.Uuids;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.UsageLog;
import io.weir.platform.api.Time;
import io.weir.tenancy.api.Accounts;
import io.weir.tenancy.api.Accounts.Found;
import io.weir.tenancy.api.Tenant;
import io.weir.webrest.http.MeteredAccount;
import io.weir.webrest.http.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;

/** Whose usage a caller may read, and which of it is asked for. */
@ApplicationScoped
class LogQueries {
    @Inject
    MeteredAccount accounts;
    @Inject
    Accounts customers;
    @Inject
    Prices prices;
    @Inject
    Time time;

    UsageLog.Query of(Caller caller, Tenant tenant, LogFilter filter) {
        var span = LogSpan.of(filter.from, filter.to, time.now(tenant.id()), tenant.zone());
        return new UsageLog.Query(account(caller, filter), span.from(), span.until(), meter(caller, filter),
                Texts.given(filter.endpoint), Texts.given(filter.model), Texts.given(filter.key).map(LogQueries::key));
    }

    /** Administrators read all accounts unless they name one; everybody else one. */
    private Optional<AccountId> account(Caller caller, LogFilter filter) {
        if (!caller.isAdministrator()) {
            return Optional.of(accounts.of(caller, filter.account));
        }
        return Texts.given(filter.account).map(name -> customers.resolve(caller.tenant(), name).map(Found::account)
                .orElseThrow(() -> Refusal.notFound("ACCOUNT_NOT_FOUND").asException()));
    }

    private Optional<MeterKey> meter(Caller caller, LogFilter filter) {
        return Texts.given(filter.meter).map(name -> prices.find(caller.tenant(), name)
                .orElseThrow(() -> Refusal.invalidField("meter", "METER_UNKNOWN").asException()).key());
    }

    private static UUID key(String text) {
        try {
            return Uuids.parse(text);
        } catch (RefusedException noId) {
            throw Refusal.invalidField("key", "BAD_ID").asException();
        }
    }
}
