package io.weir.bootstrap.internal;

import io.weir.bootstrap.api.CatalogueChange;
import io.weir.bootstrap.api.CatalogueFiles;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.Messages;
import io.weir.tenancy.api.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;

/** Catalogues as they are stored: the file is read first, and touches nothing unless all of it can be read. */
@ApplicationScoped
public class StoredCatalogueFiles implements CatalogueFiles {
    @Inject
    private Tenants tenants;
    @Inject
    private CatalogueState state;
    @Inject
    private CatalogueTakeover takeover;
    @Inject
    private Messages messages;

    @Override
    public Exported export(TenantId tenant) {
        return CatalogueYaml.of(state.of(tenants.byId(tenant)));
    }

    @Override
    public CatalogueChange compare(TenantId tenant, String yaml, Locale locale) {
        return takeover.run(tenant, wanted(yaml, Optional.empty(), true, locale));
    }

    @Override
    public CatalogueChange replace(TenantId tenant, String yaml, Optional<String> tag, Locale locale) {
        var change = takeover.run(tenant, wanted(yaml, tag, false, locale));
        return new CatalogueChange(true, export(tenant).tag(), change.differences(), change.impact(),
                change.warnings());
    }

    private CatalogueTakeover.Wanted wanted(String yaml, Optional<String> tag, boolean onlyTried, Locale locale) {
        var words = new CatalogueWords(messages, locale);
        var reading = CatalogueReader.read(yaml);
        words.refuse(reading.faults());
        return new CatalogueTakeover.Wanted(reading.file().orElseThrow(), reading.faults(), tag, onlyTried, words);
    }
}
