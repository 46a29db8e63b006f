package io.weir.payments.store;

import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.payments.domain.statements.ReadLine;
import io.weir.platform.api.Database;
import io.weir.platform.api.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Inserts the lines of a file that no earlier file had. */
@ApplicationScoped
public class NewLines {
    private static final int CHUNK = 500;
    private static final String KNOWN = """
            SELECT line_key FROM payments_statement_line WHERE tenant_id = :tenant AND line_key IN (<keys>)""";
    private static final String INSERT = """
            INSERT INTO payments_statement_line (tenant_id, id, statement_id, line_no, line_key, booked_on, amount,
              currency, counterparty, memo, bank_reference, status)
            VALUES (:tenant, :id, :statement, :no, :key, :on, :amount, :currency, :counterparty, :memo, :reference,
              'OPEN')""";

    @Inject
    Database database;

    /**
     * Refused: {@code CONFLICT} (409) when another import has brought some of them in this moment.
     *
     * @param lines by key; @return how many were new
     */
    public int insert(TenantId tenant, UUID statement, Map<String, ReadLine> lines) {
        return database.inTransaction().withHandle(handle -> {
            var known = known(handle, tenant, lines.keySet());
            var keys = lines.keySet().stream().filter(key -> !known.contains(key)).toList();
            for (int from = 0; from < keys.size(); from += CHUNK) {
                insert(handle, tenant, statement, keys.subList(from, Math.min(keys.size(), from + CHUNK)), lines);
            }
            return keys.size();
        });
    }

    private static Set<String> known(Handle handle, TenantId tenant, Collection<String> keys) {
        var all = new ArrayList<>(keys);
        var known = new HashSet<String>();
        for (int from = 0; from < all.size(); from += CHUNK) {
            known.addAll(handle.createQuery(KNOWN).bind("tenant", tenant.toString())
                    .bindList("keys", all.subList(from, Math.min(all.size(), from + CHUNK)))
                    .mapTo(String.class).list());
        }
        return known;
    }

    private static void insert(Handle handle, TenantId tenant, UUID statement, Collection<String> keys,
            Map<String, ReadLine> lines) {
        try (var batch = handle.prepareBatch(INSERT)) {
            for (var key : keys) {
                var line = lines.get(key);
                batch.bind("tenant", tenant.toString()).bind("id", Ids.next().toString())
                        .bind("statement", statement.toString()).bind("no", line.lineNo()).bind("key", key)
                        .bind("on", line.bookedOn()).bind("amount", line.amount().minor())
                        .bind("currency", line.amount().currency().getCurrencyCode())
                        .bind("counterparty", line.counterparty().orElse(null)).bind("memo", line.memo())
                        .bind("reference", line.bankReference().orElse(null)).add();
            }
            batch.execute();
        } catch (UnableToExecuteStatementException e) {
            if (TakenKey.isCauseOf(e)) {
                throw Refusal.conflict("CONFLICT").asException();
            }
            throw e;
        }
    }
}
