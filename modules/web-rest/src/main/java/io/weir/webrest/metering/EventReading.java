package io.weir.webrest.metering;

import com.fasterxml.jackson.databind.JsonNode;
import io.weir.identity.api.Caller;
import io.weir.identity.api.Role;
import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.RefusedException;
import io.weir.metering.api.UsageEvent;
import io.weir.platform.api.Time;
import io.weir.webrest.http.MeteredAccount;
import io.weir.webrest.http.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Understands events one by one: whose, of which meter, how much and when. Works from memory. */
@ApplicationScoped
class EventReading {
    @Inject
    MeteredAccount accounts;
    @Inject
    Prices prices;
    @Inject
    Time time;

    List<ReadEvent> read(Caller caller, List<JsonNode> events) {
        return events.stream().map(event -> read(caller, event)).toList();
    }

    private ReadEvent read(Caller caller, JsonNode json) {
        try {
            return new ReadEvent.Understood(understood(caller, json));
        } catch (RefusedException refused) {
            if (refused.refusal().kind() == Refusal.Kind.UNAVAILABLE) {
                throw refused;
            }
            return new ReadEvent.Unreadable(refused.refusal());
        }
    }

    private UsageEvent understood(Caller caller, JsonNode json) {
        var event = CloudEvent.of(json);
        var use = ReportedUse.of(event.data());
        var price = price(caller, event, use);
        var at = event.at().orElseGet(() -> time.now(caller.tenant()));
        return new UsageEvent(account(caller, event, use), event.source(), event.id(), at, price.units(),
                use.facts(price.operation(), caller.keyId()), Fingerprint.of(event));
    }

    /** Services may name the account as the event's subject; a customer's subject is the customer's own affair. */
    private AccountId account(Caller caller, CloudEvent event, ReportedUse use) {
        var named = Texts.given(use.account());
        if (caller.role() == Role.SERVICE) {
            named = named.or(event::subject);
        }
        return accounts.ofWorkDone(caller, named.orElse(null));
    }

    private Price price(Caller caller, CloudEvent event, ReportedUse use) {
        if (use.namesNoUnits() && !isMeter(caller, event.type())) {
            throw Refusal.invalidField("data.meter", "METER_OR_OPERATION").asException();
        }
        var wanted = use.wanted(event.type());
        return ReportedUse.inData(() -> prices.of(caller.tenant(), wanted));
    }

    private boolean isMeter(Caller caller, String type) {
        try {
            return prices.find(caller.tenant(), type).isPresent();
        } catch (RefusedException noName) {
            if (noName.refusal().kind() == Refusal.Kind.UNAVAILABLE) {
                throw noName;
            }
            return false;
        }
    }

    /** An event as far as it could be understood. */
    sealed interface ReadEvent {
        /** Ready to be counted. */
        record Understood(UsageEvent event) implements ReadEvent {
        }

        /** Nothing that can be counted, and why. */
        record Unreadable(Refusal refusal) implements ReadEvent {
        }
    }
}
