package io.weir.payments.app;

import io.weir.kernel.api.Page;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.Statements.FileUpload;
import io.weir.payments.api.Statements.Hint;
import io.weir.payments.api.Statements.Imported;
import io.weir.payments.api.Statements.Line;
import io.weir.payments.api.Statements.LineStatus;
import io.weir.payments.api.Statements.Statement;
import io.weir.payments.domain.proofs.FileName;
import io.weir.payments.domain.statements.LineKeys;
import io.weir.payments.domain.statements.ReadStatement;
import io.weir.payments.store.LineRows;
import io.weir.payments.store.NewLines;
import io.weir.payments.store.StatementRows;
import io.weir.platform.api.AuditLog;
import io.weir.platform.api.Ids;
import io.weir.platform.api.TenantScoped;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Statements in and out of the database, each step a transaction of its own. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
@TenantScoped
public class StatementSteps {
    @Inject
    StatementRows statements;
    @Inject
    LineRows lines;
    @Inject
    NewLines newLines;
    @Inject
    LineMatching matching;
    @Inject
    AuditLog audit;
    @Inject
    Time time;

    public Optional<Statement> known(TenantId tenant, String sha256) {
        return statements.known(tenant, sha256);
    }

    /** All of it or nothing. */
    public Imported keep(TenantId tenant, FileUpload file, String sha256, ReadStatement read) {
        var statement = new Statement(Ids.next(), FileName.clean(file.fileName(), "statement"), read.format().name(),
                read.bankAccount(), file.by(), time.now(tenant), 0, 0);
        statements.insert(tenant, statement, sha256);
        int added = newLines.insert(tenant, statement.id(), LineKeys.of(read.bankAccount(), read.lines()));
        audit.record(tenant, "statement.imported", "statement/" + statement.id(), null, Map.of("file",
                statement.fileName(), "format", statement.format(), "added", added, "sha256", sha256));
        var stored = statements.find(tenant, statement.id()).orElseThrow();
        return new Imported(stored, false, added, read.lines().size() - added, read.skipped());
    }

    public Page<Statement> page(TenantId tenant, Page.Request page) {
        return statements.page(tenant, page);
    }

    public Page<Line> lines(TenantId tenant, LineStatus status, Page.Request page) {
        var found = lines.page(tenant, status, page);
        if (status != LineStatus.OPEN) {
            return found;
        }
        var open = matching.open(tenant);
        return found.map(line -> open.getOrDefault(line.id(), line));
    }

    public Line line(TenantId tenant, UUID id) {
        var line = lines.find(tenant, id).orElseThrow(() -> Refusal.notFound("LINE_NOT_FOUND").asException());
        return line.status() == LineStatus.OPEN ? matching.open(tenant).getOrDefault(id, line) : line;
    }

    public Collection<Line> open(TenantId tenant) {
        return matching.open(tenant).values();
    }

    public Map<PaymentId, List<Hint>> hints(TenantId tenant, Collection<PaymentId> payments) {
        return matching.hints(tenant, payments);
    }
}
