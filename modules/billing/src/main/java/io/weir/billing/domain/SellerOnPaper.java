package io.weir.billing.domain;

import io.weir.billing.domain.pricing.Canonical;
import io.weir.platform.api.Json;
import java.util.List;
import java.util.Optional;

/**
 * The seller as an invoice names it, and how it writes: kept with the invoice. {@code locale}: a language tag; {@code
 * zone}: of its days; {@code logo}: a key of the object store.
 */
public record SellerOnPaper(String name, List<String> address, Optional<String> country, Optional<String> vatId,
        Optional<String> registration, Optional<String> email, Optional<String> phone, Optional<String> website,
        Optional<String> logo, Optional<String> footer, String locale, String zone) {
    public SellerOnPaper {
        address = List.copyOf(address);
    }

    static SellerOnPaper read(String json) {
        return Json.read(json, SellerOnPaper.class);
    }

    String json() {
        return Canonical.json(this);
    }
}
