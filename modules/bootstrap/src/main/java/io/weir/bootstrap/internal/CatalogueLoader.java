package io.weir.bootstrap.internal;

import io.weir.billing.api.BillingDefinition;
import io.weir.identity.api.Role;
import io.weir.identity.api.Users;
import io.weir.kernel.api.RefusedException;
import io.weir.metering.api.GatewayRoutes;
import io.weir.metering.api.Meters;
import io.weir.metering.api.RateCards;
import io.weir.platform.api.Database;
import io.weir.platform.api.Messages;
import io.weir.subscriptions.api.CatalogueDefinition;
import io.weir.tenancy.api.Tenant;
import io.weir.tenancy.api.TenantChanges;
import io.weir.tenancy.api.Tenants;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Takes over the catalogue files at each start: tenants, meters, what operations cost, gateway routes, what is sold,
 * how it is billed, and each tenant's administrator. Doing it again changes nothing, and all files are read before the
 * first is taken over, so that a fault in one leaves everything as it was. Of a tenant whose administrators have
 * replaced its catalogue the file is passed over.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@TransactionManagement(TransactionManagementType.BEAN)
public class CatalogueLoader {
    private static final System.Logger LOG = System.getLogger(CatalogueLoader.class.getName());
    private static final Duration TURN_WITHIN = Duration.ofMinutes(2);
    private static final String ROOT_TENANT = "platform";
    @Inject
    private Database database;
    @Inject
    private Tenants tenants;
    @Inject
    private Meters meters;
    @Inject
    private RateCards rateCards;
    @Inject
    private GatewayRoutes routes;
    @Inject
    private CatalogueDefinition catalogue;
    @Inject
    private BillingDefinition billing;
    @Inject
    private TenantChanges changes;
    @Inject
    private Messages messages;
    @Inject
    private Users users;
    @Inject
    private AdministratorPassword password;
    @Inject
    private StartProgress progress;
    @Inject
    @ConfigProperty(name = "WEIR_CATALOGUE_DIR")
    private Optional<String> folder;
    @Inject
    @ConfigProperty(name = "WEIR_DEFAULT_TENANT", defaultValue = ROOT_TENANT)
    private String defaultTenant;

    @PostConstruct
    void load() {
        List<CatalogueOffer> offers = offers(files(), this::words);
        try {
            new DatabaseLock(database.ownCommits(), "catalogue", TURN_WITHIN)
                    .during(() -> offers.forEach(this::takeOver));
        } catch (SQLException e) {
            throw new IllegalStateException("the catalogue cannot be loaded", e);
        }
        if (tenants.bySlug(defaultTenant).isEmpty()) {
            throw new IllegalStateException("WEIR_DEFAULT_TENANT names no tenant: " + defaultTenant);
        }
        LOG.log(Level.INFO, "catalogue is loaded: {0}", offers.stream().map(offer -> offer.tenant().slug()).toList());
        progress.loaded();
    }

    /** @param words says in a line what is wrong with a file */
    static List<CatalogueOffer> offers(Map<String, String> files, Function<Fault, String> words) {
        var offers = new ArrayList<CatalogueOffer>();
        var slugs = new HashSet<String>();
        files.forEach((name, yaml) -> {
            var reading = CatalogueReader.read(yaml);
            var file = reading.file().orElseThrow(() -> new CatalogueFaultException(reading.faults().all().stream()
                    .map(fault -> name + " " + words.apply(fault)).collect(Collectors.joining("; "))));
            if (!slugs.add(file.slug())) {
                throw new CatalogueFaultException(name + ": another file is for tenant '" + file.slug() + "' too");
            }
            offers.add(CatalogueOffer.of(file));
        });
        return offers;
    }

    private String words(Fault fault) {
        var told = fault.inWords(messages, Locale.ENGLISH);
        return "line " + told.line() + ", column " + told.column() + ": " + told.message();
    }

    private Map<String, String> files() {
        return folder.filter(path -> !path.isBlank()).map(path -> CatalogueFolder.of(Path.of(path)))
                .orElseGet(CatalogueFolder::packaged);
    }

    private void takeOver(CatalogueOffer offer) {
        Tenant tenant = defined(offer);
        if (!changes.isEdited(tenant.id())) {
            addWhatIsMissing(tenant, offer);
        }
        users.ensureAdministrator(tenant.id(), "admin@" + tenant.slug() + ".example", password.text(), roleIn(tenant));
    }

    private void addWhatIsMissing(Tenant tenant, CatalogueOffer offer) {
        offer.meters().forEach(meter -> meters.define(tenant.id(), meter));
        offer.rateCard().ifPresent(card -> rateCards.define(tenant.id(), card));
        addMissingRoutes(tenant, offer);
        catalogue.define(tenant.id(), offer.plans(), offer.extensions(), offer.credits());
        billing.define(tenant.id(), offer.billing(), true);
    }

    private Tenant defined(CatalogueOffer offer) {
        try {
            return tenants.define(offer.tenant());
        } catch (RefusedException refused) {
            throw new CatalogueFaultException("the catalogue of tenant '" + offer.tenant().slug() + "': "
                    + refused.refusal().code() + " " + new TreeMap<>(refused.refusal().fields()), refused);
        }
    }

    /** What an administrator has made of a route stays. */
    private void addMissingRoutes(Tenant tenant, CatalogueOffer offer) {
        if (offer.routes().isEmpty()) {
            return;
        }
        var known = routes.of(tenant.id()).stream().map(configured -> configured.route().slug()).toList();
        offer.routes().stream().filter(route -> !known.contains(route.slug()))
                .forEach(route -> routes.put(tenant.id(), route, Optional.empty()));
    }

    private static Role roleIn(Tenant tenant) {
        return tenant.slug().equals(ROOT_TENANT) ? Role.PLATFORM_ADMIN : Role.TENANT_ADMIN;
    }
}
