package io.weir.webadmin;

import io.weir.metering.api.Allowances;
import io.weir.metering.api.Meter;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;

/** Allowances and their grants as they are shown. */
@RequestScoped
public class HoldingRows {
    @Inject
    private Format format;

    Row row(Allowances.Holding holding) {
        Meter meter = holding.meter();
        String state = holding.state().name().toLowerCase(Locale.ROOT);
        return new Row(meter.title(), meter.unit(), state, format.text("holding." + state),
                quantity(meter, holding.remaining()), quantity(meter, holding.granted()),
                quantity(meter, holding.used()), quantity(meter, holding.reserved()),
                holding.overage() == 0 ? "" : quantity(meter, holding.overage()),
                format.day(holding.startsAt()), holding.endsAt().map(format::time)
                        .orElseGet(() -> format.text("forGood")), holding.source(),
                holding.grants().stream().map(grant -> booked(meter, grant)).toList());
    }

    private Booked booked(Meter meter, Allowances.Granted grant) {
        String quantity = quantity(meter, grant.quantity());
        return new Booked(format.time(grant.at()), format.text("grant." + grant.kind()),
                grant.quantity() > 0 ? "+" + quantity : quantity, grant.note().orElse(""), grant.source());
    }

    private String quantity(Meter meter, long smallest) {
        return format.quantity(smallest, meter.decimals());
    }

    /** An allowance; {@code overage} is empty when there is none. */
    public record Row(String meter, String unit, String state, String stateText, String remaining, String granted,
                      String used, String reserved, String overage, String from, String until, String source,
                      List<Booked> grants) {
    }

    /** A grant as it was booked. */
    public record Booked(String at, String kind, String quantity, String note, String source) {
    }
}
