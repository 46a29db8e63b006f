package io.weir.payments.store;

import io.weir.kernel.api.Page;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.kernel.api.UserId;
import io.weir.payments.api.Statements.Statement;
import io.weir.platform.api.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/** Bank statements as they were imported. */
@ApplicationScoped
public class StatementRows {
    private static final String SELECT = """
            SELECT s.id, s.file_name, s.format, s.bank_account, s.imported_by, s.imported_at,
              (SELECT count(*) FROM payments_statement_line l WHERE l.statement_id = s.id) AS all_lines,
              (SELECT count(*) FROM payments_statement_line l WHERE l.statement_id = s.id AND l.status = 'OPEN')
                AS open_lines
            FROM payments_statement s WHERE s.tenant_id = :tenant""";
    private static final String INSERT = """
            INSERT INTO payments_statement (tenant_id, id, file_name, format, sha256, bank_account, imported_by,
              imported_at)
            VALUES (:tenant, :id, :name, :format, :sha256, :account, :by, :at)""";

    @Inject
    Database database;

    public Optional<Statement> known(TenantId tenant, String sha256) {
        return find(tenant, " AND s.sha256 = :key", sha256);
    }

    public Optional<Statement> find(TenantId tenant, UUID id) {
        return find(tenant, " AND s.id = :key", id.toString());
    }

    /** Newest first. */
    public Page<Statement> page(TenantId tenant, Page.Request page) {
        return database.inTransaction().withHandle(handle -> {
            var items = handle.createQuery(SELECT
                    + " ORDER BY s.imported_at DESC, s.id DESC LIMIT :limit OFFSET :offset")
                    .bind("tenant", tenant.toString()).bind("limit", page.limit()).bind("offset", page.offset())
                    .map((row, context) -> statement(row)).list();
            long total = handle.createQuery("SELECT count(*) FROM payments_statement WHERE tenant_id = :tenant")
                    .bind("tenant", tenant.toString()).mapTo(Long.class).one();
            return new Page<>(items, page.page(), page.limit(), total);
        });
    }

    /** Refused: {@code CONFLICT} (409) when the same file is being imported in this moment. */
    public void insert(TenantId tenant, Statement statement, String sha256) {
        database.inTransaction().useHandle(handle -> {
            try (var insert = handle.createUpdate(INSERT)) {
                insert.bind("tenant", tenant.toString()).bind("id", statement.id().toString())
                        .bind("name", statement.fileName()).bind("format", statement.format())
                        .bind("sha256", sha256).bind("account", statement.bankAccount().orElse(null))
                        .bind("by", statement.importedBy().toString()).bind("at", statement.importedAt()).execute();
            } catch (UnableToExecuteStatementException e) {
                if (TakenKey.isCauseOf(e)) {
                    throw Refusal.conflict("CONFLICT").asException();
                }
                throw e;
            }
        });
    }

    private Optional<Statement> find(TenantId tenant, String condition, String key) {
        return database.inTransaction().withHandle(handle -> handle.createQuery(SELECT + condition)
                .bind("tenant", tenant.toString()).bind("key", key).map((row, context) -> statement(row)).findOne());
    }

    private static Statement statement(ResultSet row) throws SQLException {
        return new Statement(UUID.fromString(row.getString("id")), row.getString("file_name"),
                row.getString("format"), Columns.text(row, "bank_account"), UserId.of(row.getString("imported_by")),
                Columns.instant(row, "imported_at"), row.getInt("all_lines"), row.getInt("open_lines"));
    }
}
