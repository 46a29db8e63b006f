package io.weir.bootstrap.internal;

import io.weir.bootstrap.api.CatalogueChange;
import io.weir.bootstrap.api.CatalogueChange.Kind;
import io.weir.bootstrap.api.CatalogueChange.Warning;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.AuditLog;
import io.weir.platform.api.TenantScoped;
import io.weir.tenancy.api.Tenant;
import io.weir.tenancy.api.TenantChanges;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One transaction from the catalogue as it stands to the one that a file wants, with the tenant's row held, so that two
 * files follow each other. What is only tried is done all the same and taken back: so it finds what doing it finds.
 */
@ApplicationScoped
public class CatalogueTakeover {
    private static final Set<String> WORDING = Set.of("name", "description");
    @Inject
    private TenantChanges tenants;
    @Inject
    private CatalogueState state;
    @Inject
    private CatalogueImpact impact;
    @Inject
    private CatalogueEarnings earnings;
    @Inject
    private CatalogueChanges changes;
    @Inject
    private AuditLog audit;
    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    private TransactionSynchronizationRegistry transaction;

    /** What is wanted, where its parts stand, what it was made from, and whether it is only tried. */
    public record Wanted(CatalogueFile file, Faults faults, Optional<String> tag, boolean onlyTried,
                         CatalogueWords words) {
    }

    @Transactional
    @TenantScoped
    public CatalogueChange run(TenantId tenant, Wanted wanted) {
        var stored = tenants.lock(tenant);
        var now = state.of(stored);
        var standing = CatalogueYaml.of(now).tag();
        if (wanted.tag().filter(tag -> !tag.equals(standing)).isPresent()) {
            throw Refusal.of(Refusal.Kind.OUTDATED, "CATALOGUE_CHANGED").asException();
        }
        var found = Differences.between(now, wanted.file());
        var used = impact.used(tenant);
        change(stored, wanted, found);
        var plans = found.stream().filter(CatalogueTakeover::concernsHolders).map(Differences.Found::subject)
                .map(subject -> subject.substring("plans/".length())).collect(Collectors.toSet());
        var effect = impact.of(tenant, used, wanted.file(), plans);
        var change = new CatalogueChange(!wanted.onlyTried(), standing,
                found.stream().map(wanted.words()::difference).toList(),
                wanted.onlyTried() ? earnings.addTo(effect, tenant, used, plans) : effect,
                warnings(stored, wanted, found, used));
        if (wanted.onlyTried()) {
            transaction.setRollbackOnly();
        }
        return change;
    }

    /** Another wording is nobody's concern. */
    private static boolean concernsHolders(Differences.Found found) {
        return found.subject().startsWith("plans/") && found.field().filter(WORDING::contains).isEmpty();
    }

    private void change(Tenant stored, Wanted wanted, List<Differences.Found> found) {
        var faults = wanted.faults();
        if (!stored.currency().equals(wanted.file().currency())) {
            faults.add("currency", "CATALOGUE_CURRENCY_STAYS", stored.currency().getCurrencyCode());
        } else if (!found.isEmpty()) {
            audit.record(stored.id(), "catalogue.replaced", "catalogue", values(found, true), values(found, false));
            changes.apply(stored.id(), CatalogueOffer.of(wanted.file()), found, faults);
        }
        wanted.words().refuse(faults);
    }

    /** What was, or what is to be, of all that differs. */
    private static Map<String, Object> values(List<Differences.Found> found, boolean before) {
        var values = new LinkedHashMap<String, Object>();
        found.forEach(one -> {
            boolean there = one.kind() != (before ? Kind.ADDED : Kind.REMOVED);
            var name = one.subject() + one.field().map(field -> "." + field).orElse("");
            if (one.kind() != Kind.CHANGED) {
                values.put(name, there);
            } else {
                values.put(name, before ? one.before() : one.after());
            }
        });
        return values;
    }

    private static List<Warning> warnings(Tenant stored, Wanted wanted, List<Differences.Found> found,
                                          Map<String, CatalogueImpact.Used> used) {
        var warnings = new ArrayList<Warning>();
        var words = wanted.words();
        if (!stored.slug().equals(wanted.file().slug())) {
            warnings.add(words.warning("CATALOGUE_OTHER_TENANT", wanted.file().slug(), stored.slug()));
        }
        if (stored.sandbox() != wanted.file().sandbox()) {
            warnings.add(words.warning(stored.sandbox() ? "CATALOGUE_STAYS_SANDBOX" : "CATALOGUE_STAYS_REAL"));
        }
        found.stream().filter(one -> one.subject().startsWith("plans/")).forEach(one -> {
            var slug = one.subject().substring("plans/".length());
            long holders = Optional.ofNullable(used.get(slug)).map(CatalogueImpact.Used::running).orElse(0L);
            if (holders > 0 && one.kind() == Kind.REMOVED) {
                warnings.add(words.warning("CATALOGUE_KEPT", slug, holders));
            } else if (holders > 0 && isLess(one)) {
                warnings.add(words.warning("CATALOGUE_LESS", slug, one.field().orElseThrow(), holders));
            }
        });
        return warnings;
    }

    private static boolean isLess(Differences.Found found) {
        return found.field().filter(field -> field.startsWith("quotas.")).isPresent()
                && found.before() instanceof BigDecimal before
                && (!(found.after() instanceof BigDecimal after) || after.compareTo(before) < 0);
    }
}
