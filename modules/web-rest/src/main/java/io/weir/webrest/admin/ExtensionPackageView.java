package io.weir.webrest.admin;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.weir.webrest.http.Texts;
import io.weir.subscriptions.api.ExtensionPackage;
import io.weir.subscriptions.api.PackageDrafts.ExtensionDraft;
import jakarta.validation.constraints.Digits;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** An extension package as its administrators see it. */
public record ExtensionPackageView(UUID id, String name, String description, long additionalCalls, BigDecimal price,
                                   String currency, boolean isActive, Instant createdAt, Instant updatedAt) {
    static ExtensionPackageView of(ExtensionPackage extension) {
        return new ExtensionPackageView(extension.id(), extension.name(), extension.description(),
                extension.additionalCalls(), extension.price().major(), extension.price().currency().getCurrencyCode(),
                extension.active(), extension.createdAt(), extension.updatedAt());
    }

    /**
     * What an administrator sends; absent members keep their value, or get their default. The rules are the module's.
     */
    public record Draft(String name, String description, @JsonAlias("additional_calls") Long additionalCalls,
                        @Digits(integer = 15, fraction = 9, message = "OUT_OF_RANGE") BigDecimal price, String currency,
                        @JsonAlias("is_active") Boolean isActive) {
        ExtensionDraft toExtensionDraft() {
            return new ExtensionDraft(Texts.trimmed(name), description, additionalCalls, price, Texts.trimmed(currency),
                    isActive);
        }
    }
}
