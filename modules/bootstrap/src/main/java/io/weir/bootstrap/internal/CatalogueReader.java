package io.weir.bootstrap.internal;

import java.util.Optional;

/** Reads catalogue files strictly: a misspelt key would otherwise sell something else than its author meant. */
final class CatalogueReader {
    private CatalogueReader() {
    }

    /** @param file absent when there are faults */
    record Reading(Optional<CatalogueFile> file, Faults faults) {
    }

    static Reading read(String yaml) {
        var faults = new Faults();
        var file = CatalogueText.root(yaml, faults).map(CatalogueReader::file);
        return new Reading(faults.isEmpty() ? file : Optional.empty(), faults);
    }

    private static CatalogueFile file(Section root) {
        var tenant = TenantReader.read(root);
        var meters = MeterReader.read(root);
        var offers = new OfferReader(root, tenant.currency(), MeterReader.decimals(meters));
        var plans = offers.plans();
        var file = new CatalogueFile(tenant.slug(), tenant.name(), tenant.currency(), tenant.locale(),
                tenant.timeZone(), tenant.sandbox(), tenant.brand(), tenant.corsOrigins(), tenant.settings(),
                tenant.gateways(), tenant.bankAccount(), meters, plans, offers.extensions(), offers.credits(),
                RateCardReader.read(root, offers), RouteReader.read(root, offers),
                BillingReader.read(root, tenant.currency(), plans));
        root.done();
        return file;
    }
}
