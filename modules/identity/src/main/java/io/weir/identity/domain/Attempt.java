package io.weir.identity.domain;

import io.weir.kernel.api.TenantId;
import io.weir.platform.api.AddressRange;
import java.util.Optional;

/**
 * A try to sign in, under the two names by which failures are counted: who it claims to be, and from where it comes.
 */
public record Attempt(String emailBucket, Optional<String> addressBucket) {
    public static Attempt of(TenantId tenant, String email, String address) {
        return new Attempt(Sha256.hex("email " + tenant + " " + EmailAddress.normalised(email)),
                AddressRange.neighbourhood(address).map(place -> Sha256.hex("address " + place)));
    }
}
