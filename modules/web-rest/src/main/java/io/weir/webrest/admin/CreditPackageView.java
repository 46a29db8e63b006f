package io.weir.webrest.admin;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.weir.metering.api.Meter;
import io.weir.subscriptions.api.CreditPackage;
import io.weir.subscriptions.api.PackageDrafts.CreditDraft;
import io.weir.webrest.http.Texts;
import io.weir.webrest.metering.Quantities;
import jakarta.validation.constraints.Digits;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** A credit package as its administrators see it; {@code credits} and {@code bonus} in units of the meter. */
public record CreditPackageView(UUID id, String name, String meter, BigDecimal credits, BigDecimal bonus,
                                BigDecimal price, String currency, boolean isActive, Instant createdAt,
                                Instant updatedAt) {
    static CreditPackageView of(CreditPackage credits, Meter meter) {
        return new CreditPackageView(credits.id(), credits.name(), credits.meter(),
                Quantities.toUnits(credits.credits(), meter), Quantities.toUnits(credits.bonus(), meter),
                credits.price().major(), credits.price().currency().getCurrencyCode(), credits.active(),
                credits.createdAt(), credits.updatedAt());
    }

    /**
     * What an administrator sends; absent members keep their value, or get their default. The rules are the module's.
     */
    public record Draft(String name, String meter, BigDecimal credits, BigDecimal bonus,
                        @Digits(integer = 15, fraction = 9, message = "OUT_OF_RANGE") BigDecimal price, String currency,
                        @JsonAlias("is_active") Boolean isActive) {
        CreditDraft ofMeter(Meter counted) {
            return draft(counted.key().value(), counted);
        }

        /** The meter is what is sent, so that another one than it has is refused. */
        CreditDraft changing(Meter counted) {
            return draft(Texts.trimmed(meter), counted);
        }

        private CreditDraft draft(String itsMeter, Meter counted) {
            return new CreditDraft(Texts.trimmed(name), itsMeter, smallest("credits", credits, counted),
                    smallest("bonus", bonus, counted), price, Texts.trimmed(currency), isActive);
        }

        private static Long smallest(String field, BigDecimal units, Meter counted) {
            return units == null ? null : Quantities.toSmallest(field, units, counted);
        }
    }
}
