package io.weir.webrest.credits;

import io.weir.kernel.api.Refusal;
import io.weir.metering.api.Ledger;
import io.weir.metering.api.MeterKey;
import io.weir.webrest.http.Moments;
import io.weir.webrest.http.Texts;
import jakarta.ws.rs.QueryParam;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What narrows a ledger. {@code from} and {@code to} are days of the tenant, the last one included, or times of RFC
 * 3339, the last one not included.
 */
public class LedgerFilter {
    @QueryParam("meter")
    String meter;
    @QueryParam("type")
    String type;
    @QueryParam("from")
    String from;
    @QueryParam("to")
    String to;

    Optional<String> meter() {
        return Texts.given(meter);
    }

    Ledger.Query query(MeterKey key, ZoneId zone) {
        var since = Moments.from("from", from, zone);
        var until = Moments.until("to", to, zone);
        if (since.isPresent() && until.filter(end -> !since.get().isBefore(end)).isPresent()) {
            throw Refusal.invalidField("from", "OUT_OF_RANGE").asException();
        }
        return new Ledger.Query(key, Texts.given(type).map(LedgerFilter::type), since, until);
    }

    static Ledger.Type type(String word) {
        return Arrays.stream(Ledger.Type.values()).filter(t -> t.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst().orElseThrow(() -> Refusal.invalidField("type", "NOT_AN_OPTION").asException());
    }
}
