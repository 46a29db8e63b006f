package io.weir.billing.domain;

import io.weir.billing.domain.pricing.Canonical;
import io.weir.platform.api.Json;
import java.util.List;
import java.util.Optional;

/** The buyer as an invoice names it. {@code country}: ISO 3166 alpha-2. */
public record BuyerOnPaper(String name, List<String> address, Optional<String> country, Optional<String> vatId,
        Optional<String> email) {
    public BuyerOnPaper {
        address = List.copyOf(address);
    }

    static BuyerOnPaper read(String json) {
        return Json.read(json, BuyerOnPaper.class);
    }

    String json() {
        return Canonical.json(this);
    }
}
