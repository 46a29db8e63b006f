package io.weir.webrest.extensions;

import io.weir.subscriptions.api.ExtensionPackage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.UUID;

/** Extension packages as customers see them. */
public final class PackageViews {
    /** Enough for a price per call in any currency; the money itself is never computed from it. */
    private static final int DECIMALS_PER_CALL = 4;

    private PackageViews() {
    }

    /** In the list. */
    public record Offer(UUID id, String name, String description, long additionalCalls, BigDecimal price,
                        String currency, boolean isActive, BigDecimal pricePerCall) {
        static Offer of(ExtensionPackage extension) {
            return new Offer(extension.id(), extension.name(), extension.description(), extension.additionalCalls(),
                    extension.price().major(), extension.price().currency().getCurrencyCode(), extension.active(),
                    PackageViews.pricePerCall(extension.price().major(), extension.additionalCalls()));
        }
    }

    /** By itself. */
    public record Details(UUID id, String name, String description, long additionalCalls, BigDecimal price,
                          String currency, boolean isActive, BigDecimal pricePerCall, Instant createdAt,
                          Instant updatedAt) {
        static Details of(ExtensionPackage extension) {
            return new Details(extension.id(), extension.name(), extension.description(), extension.additionalCalls(),
                    extension.price().major(), extension.price().currency().getCurrencyCode(), extension.active(),
                    PackageViews.pricePerCall(extension.price().major(), extension.additionalCalls()),
                    extension.createdAt(), extension.updatedAt());
        }
    }

    /** In a payment for it. */
    public record InShort(UUID id, String name, String description, long additionalCalls) {
        static InShort of(ExtensionPackage extension) {
            return new InShort(extension.id(), extension.name(), extension.description(), extension.additionalCalls());
        }
    }

    static BigDecimal pricePerCall(BigDecimal price, long calls) {
        return price.divide(BigDecimal.valueOf(calls), DECIMALS_PER_CALL, RoundingMode.HALF_UP).stripTrailingZeros();
    }
}
