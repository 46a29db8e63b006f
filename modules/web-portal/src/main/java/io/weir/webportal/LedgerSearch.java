package io.weir.webportal;

import io.weir.metering.api.Ledger;
import io.weir.metering.api.MeterKey;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a ledger is narrowed to, as the address says; nonsense is nothing. Days are both in. */
record LedgerSearch(MeterKey meter, Optional<Ledger.Type> type, Optional<LocalDate> from, Optional<LocalDate> to) {
    /** @param usual the meter where none is named that the tenant has */
    static LedgerSearch of(Visitor visitor, MeterNames meters, MeterKey usual) {
        var meter = visitor.parameter("meter").flatMap(key -> meters.all().stream().map(known -> known.key())
                .filter(known -> known.value().equals(key)).findFirst()).orElse(usual);
        return new LedgerSearch(meter, Arrays.stream(Ledger.Type.values())
                .filter(type -> visitor.parameter("type").filter(word(type)::equals).isPresent()).findFirst(),
                Days.of(visitor.parameter("from")), Days.of(visitor.parameter("to")));
    }

    static String word(Ledger.Type type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    Ledger.Query query(Visitor visitor) {
        return new Ledger.Query(meter, type, Days.start(from, visitor.getTenant()),
                Days.end(to, visitor.getTenant()));
    }

    /** For links to the same list. */
    Map<String, String> parameters() {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("meter", meter.value());
        type.ifPresent(value -> parameters.put("type", word(value)));
        from.ifPresent(value -> parameters.put("from", value.toString()));
        to.ifPresent(value -> parameters.put("to", value.toString()));
        return parameters;
    }
}
