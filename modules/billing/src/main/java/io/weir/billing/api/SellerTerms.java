package io.weir.billing.api;

import java.util.List;
import java.util.Optional;

/** Who sells, as invoices print it. {@code country}: ISO 3166-1 alpha-2. {@code logo}: an address of a picture. */
public record SellerTerms(String name, List<String> address, String country, Optional<String> vatId,
                          Optional<String> email, Optional<String> phone, Optional<String> website,
                          Optional<String> registration, Optional<String> logo, Optional<String> footer) {
    public SellerTerms {
        address = List.copyOf(address);
    }
}
