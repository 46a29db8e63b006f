package io.weir.bootstrap.api;

import io.weir.kernel.api.TenantId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A tenant's whole catalogue as one file. What {@link #export} writes can be given back to {@link #replace}, of this
 * tenant without any change, of another one to sell the same there. Secrets, ids and dates are not in it.
 */
public interface CatalogueFiles {
    Exported export(TenantId tenant);

    /**
     * What the file would change, tried for real and taken back. Refused: {@code CATALOGUE_FAULTY} (400) with the
     * member {@code faults}, a list of {@link CatalogueFault}.
     */
    CatalogueChange compare(TenantId tenant, String yaml, Locale locale);

    /**
     * Makes the catalogue what the file says, all of it or nothing; audited. Plans and packages that are not in it go
     * off sale, and who has them keeps them. From then on no file of the installation counts for the tenant.
     * Refused besides: {@code CATALOGUE_CHANGED} (412) when the catalogue is not the one of that tag any more.
     */
    CatalogueChange replace(TenantId tenant, String yaml, Optional<String> tag, Locale locale);

    /** {@code members}: the same as data. {@code tag}: changes with the contents, and only then. */
    record Exported(String yaml, Map<String, Object> members, String tag) {
    }
}
