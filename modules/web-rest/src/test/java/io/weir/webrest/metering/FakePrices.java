package io.weir.webrest.metering;

import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.metering.api.Meter;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.Meters;
import io.weir.metering.api.RateCard;
import io.weir.metering.api.RateCards;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Calls and credits; the operation image costs its attribute {@code n} of credits. */
final class FakePrices {
    static final Meter CALLS = new Meter(MeterKey.CALLS, "Calls", "call", 0);
    static final Meter CREDITS = new Meter(new MeterKey("credits"), "Credits", "credit", 4);

    private FakePrices() {
    }

    static Prices prices() {
        var prices = new Prices();
        prices.meters = new TwoMeters();
        prices.cards = new OneOperation();
        return prices;
    }

    private static final class TwoMeters implements Meters {
        @Override
        public void remove(TenantId tenant, MeterKey key) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void define(TenantId tenant, Meter meter) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void put(TenantId tenant, Meter meter) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Meter> of(TenantId tenant) {
            return List.of(CALLS, CREDITS);
        }

        @Override
        public Optional<Meter> find(TenantId tenant, MeterKey key) {
            return of(tenant).stream().filter(meter -> meter.key().equals(key)).findFirst();
        }
    }

    private static final class OneOperation implements RateCards {
        @Override
        public void define(TenantId tenant, RateCard card) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void put(TenantId tenant, MeterKey meter, String operation, RateCard.Operation terms) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void remove(TenantId tenant, String operation) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<RateCard> of(TenantId tenant) {
            return Optional.empty();
        }

        @Override
        public Quote quote(TenantId tenant, String operation, Map<String, Object> attributes) {
            if (!operation.equals("image")) {
                throw Refusal.invalid("OPERATION_UNKNOWN").asException();
            }
            return new Quote(operation, CREDITS, ((Number) attributes.get("n")).longValue() * 10_000, List.of());
        }
    }
}
