package io.weir.webportal;

import io.weir.metering.api.Allowances;
import io.weir.metering.api.Allowances.GrantKind;
import io.weir.metering.api.Allowances.Holding;
import io.weir.metering.api.Meter;
import io.weir.metering.api.MeterKey;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;

/** What a balance is made of, in the order in which it is spent: each with its end, bought ones without. */
@RequestScoped
public class CreditLots {
    @Inject
    private Allowances allowances;
    @Inject
    private Visitor visitor;
    @Inject
    private Format format;

    List<Lot> of(MeterKey meter) {
        return allowances.holdings(visitor.tenantId(), visitor.account()).stream()
                .filter(holding -> holding.meter().key().equals(meter))
                .filter(holding -> holding.state() != Holding.State.ENDED)
                .filter(holding -> holding.remaining() > 0 || holding.endsAt().isPresent()).map(this::lot).toList();
    }

    private Lot lot(Holding holding) {
        var meter = holding.meter();
        long percent = Shares.percent(holding.used(), holding.granted());
        return new Lot(title(holding), granted(holding, meter), format.quantity(holding.used(), meter.decimals()),
                format.quantity(holding.remaining(), meter.decimals()), percent, ends(holding), state(holding));
    }

    private String title(Holding holding) {
        var kind = holding.grants().isEmpty() ? GrantKind.ADJUSTMENT : holding.grants().get(0).kind();
        return format.word("grantKind", kind.name());
    }

    /** With what the package gave on top. */
    private String granted(Holding holding, Meter meter) {
        long bonus = holding.grants().stream().filter(grant -> grant.kind() == GrantKind.BONUS)
                .mapToLong(Allowances.Granted::quantity).sum();
        var all = format.quantity(holding.granted(), meter.decimals());
        return bonus == 0 ? all : format.text("lotBonus", all, format.quantity(bonus, meter.decimals()));
    }

    private String ends(Holding holding) {
        return holding.endsAt().map(end -> format.text("lotEnds", format.day(end)))
                .orElseGet(() -> format.text("lotForGood"));
    }

    private String state(Holding holding) {
        return switch (holding.state()) {
            case RESTING -> format.text("lotResting");
            case LATER -> format.text("lotLater", format.day(holding.startsAt()));
            default -> "";
        };
    }

    /** {@code percent}: used. {@code state}: empty for one that can be spent now. */
    public record Lot(String title, String granted, String used, String left, long percent, String ends,
            String state) {
    }
}
