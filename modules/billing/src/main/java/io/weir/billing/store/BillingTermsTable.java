package io.weir.billing.store;

import io.weir.billing.api.BillingTerms;
import io.weir.kernel.api.TenantId;
import io.weir.platform.api.Database;
import io.weir.platform.api.Ids;
import io.weir.platform.api.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;

/** {@code billing_terms}: the highest version is in force. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class BillingTermsTable {
    private Database database;

    protected BillingTermsTable() {
    }

    @Inject
    public BillingTermsTable(Database database) {
        this.database = database;
    }

    public Optional<BillingTerms> latest(TenantId tenant) {
        return database.inTransaction().withHandle(handle -> handle.createQuery("""
                SELECT terms FROM billing_terms WHERE tenant_id = :tenant ORDER BY version_no DESC LIMIT 1""")
                .bind("tenant", tenant).mapTo(String.class).findOne()
                .map(json -> Json.read(json, BillingTerms.class)));
    }

    /** Two at once take the same number: the unique key refuses the later one. */
    public void add(TenantId tenant, BillingTerms terms, Instant now, String by) {
        database.inTransaction().useHandle(handle -> handle.createUpdate("""
                INSERT INTO billing_terms (tenant_id, id, version_no, terms, since, changed_by)
                SELECT :tenant, :id, COALESCE(MAX(version_no), 0) + 1, :terms, :now, :by
                FROM billing_terms WHERE tenant_id = :tenant""")
                .bind("tenant", tenant).bind("id", Ids.next()).bind("terms", Json.write(terms))
                .bind("now", now).bind("by", by).execute());
    }
}
