package io.weir.payments.app;

import io.weir.kernel.api.Page;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.RefusedException;
import io.weir.kernel.api.TenantId;
import io.weir.kernel.api.UserId;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.Statements;
import io.weir.payments.domain.Sha256;
import io.weir.payments.domain.statements.StatementFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads a file before any transaction begins, and decides on each line in one of its own. */
@ApplicationScoped
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class ImportedStatements implements Statements {
    @Inject
    StatementSteps steps;
    @Inject
    LineSteps lineSteps;
    @Inject
    TenantGateways gateways;

    @Override
    public Imported importFile(TenantId tenant, FileUpload file) {
        if (file.bytes().length > MOST_BYTES) {
            throw Refusal.of(Refusal.Kind.TOO_LARGE, "STATEMENT_TOO_LARGE").asException();
        }
        var sha256 = Sha256.of(file.bytes());
        var known = steps.known(tenant, sha256);
        if (known.isPresent()) {
            return new Imported(known.get(), true, 0, known.get().lines(), 0);
        }
        var owner = gateways.tenant(tenant);
        return steps.keep(tenant, file, sha256, StatementFile.read(file.bytes(), owner.currency(), owner.locale()));
    }

    @Override
    public Page<Statement> statements(TenantId tenant, Page.Request page) {
        return steps.page(tenant, page);
    }

    @Override
    public Page<Line> lines(TenantId tenant, LineStatus status, Page.Request page) {
        return steps.lines(tenant, status, page);
    }

    @Override
    public Line line(TenantId tenant, UUID line) {
        return steps.line(tenant, line);
    }

    @Override
    public Map<PaymentId, List<Hint>> hints(TenantId tenant, Collection<PaymentId> payments) {
        return steps.hints(tenant, payments);
    }

    @Override
    public Approved approve(TenantId tenant, UUID line, Yes yes) {
        return lineSteps.approve(tenant, line, yes);
    }

    @Override
    public Approved credit(TenantId tenant, UUID line, Yes yes) {
        return lineSteps.credit(tenant, line, yes);
    }

    @Override
    public List<Outcome> approveExact(TenantId tenant, UserId by) {
        return steps.open(tenant).stream().flatMap(line -> line.proposals().stream()
                .filter(proposal -> proposal.match() == Match.EXACT).limit(1)
                .flatMap(proposal -> Stream.of(outcome(tenant, line, proposal, by)))).toList();
    }

    @Override
    public Line ignore(TenantId tenant, UUID line, UserId by, String note) {
        return lineSteps.ignore(tenant, line, by, note);
    }

    @Override
    public Line reopen(TenantId tenant, UUID line, UserId by) {
        return lineSteps.reopen(tenant, line, by);
    }

    /** A refusal is one line's alone. */
    private Outcome outcome(TenantId tenant, Line line, Proposal proposal, UserId by) {
        try {
            var approved = lineSteps.approve(tenant, line.id(), new Yes(proposal.payment(), by, ""));
            return new Outcome(line.id(), proposal.payment(), Optional.of(approved.effect()), Optional.empty());
        } catch (RefusedException refused) {
            return new Outcome(line.id(), proposal.payment(), Optional.empty(),
                    Optional.of(refused.refusal().code()));
        }
    }
}
