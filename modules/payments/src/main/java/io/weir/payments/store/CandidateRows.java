package io.weir.payments.store;

import io.weir.kernel.api.Money;
import io.weir.kernel.api.TenantId;
import io.weir.payments.api.PaymentId;
import io.weir.payments.domain.statements.Candidate;
import io.weir.platform.api.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Payments that a statement's lines may be for. */
@ApplicationScoped
public class CandidateRows {
    private static final String SELECT = """
            SELECT id, reference, order_code, currency, amount, received_minor,
              status IN ('PENDING', 'PROCESSING') AS is_open
            FROM payments_payment WHERE tenant_id = :tenant AND\s""";
    private static final String OPEN = """
            status IN ('PENDING', 'PROCESSING') AND (gateway IN (<gateways>) OR attention IS NOT NULL)
            ORDER BY created_at LIMIT :most""";
    private static final String NAMED = "reference IN (<references>) AND status NOT IN ('PENDING', 'PROCESSING')";
    private static final String BY_HAND = """
            SELECT payment_id, amount, currency FROM payments_receipt
            WHERE tenant_id = :tenant AND source = 'approval' AND payment_id IN (<payments>)""";
    /** Lines that are matched without having been counted: what they mean had been approved by hand. */
    private static final String CLAIMED = """
            SELECT l.payment_id, l.amount, l.currency FROM payments_statement_line l
            WHERE l.tenant_id = :tenant AND l.status = 'MATCHED' AND l.payment_id IN (<payments>)
              AND NOT EXISTS (SELECT 1 FROM payments_receipt r WHERE r.tenant_id = l.tenant_id
                AND r.source = 'evidence' AND r.reference = concat('statement-line/', l.id))""";
    private static final int MOST = 10_000;

    @Inject
    Database database;

    /** Open ones that people decide, and decided ones of these references. */
    public List<Candidate> of(TenantId tenant, List<String> gateways, Collection<String> references) {
        return database.inTransaction().withHandle(handle -> {
            var found = new ArrayList<>(handle.createQuery(SELECT + OPEN).bind("tenant", tenant.toString())
                    .bindList("gateways", gateways).bind("most", MOST)
                    .map((row, context) -> candidate(row)).list());
            if (!references.isEmpty()) {
                found.addAll(handle.createQuery(SELECT + NAMED).bind("tenant", tenant.toString())
                        .bindList("references", List.copyOf(references))
                        .map((row, context) -> candidate(row)).list());
            }
            return withMoney(handle, tenant, found);
        });
    }

    /** What was approved by hand for it and no line has claimed. */
    public List<Money> byHand(TenantId tenant, PaymentId payment) {
        return database.inTransaction().withHandle(handle ->
                byHand(handle, tenant, List.of(payment)).getOrDefault(payment, List.of()));
    }

    private static List<Candidate> withMoney(Handle handle, TenantId tenant, List<Candidate> plain) {
        var byHand = byHand(handle, tenant, plain.stream().map(Candidate::payment).toList());
        return plain.stream().map(one -> new Candidate(one.payment(), one.reference(), one.orderCode(), one.asked(),
                one.open(), byHand.getOrDefault(one.payment(), List.of()))).toList();
    }

    private static Map<PaymentId, List<Money>> byHand(Handle handle, TenantId tenant, List<PaymentId> payments) {
        var found = new HashMap<PaymentId, List<Money>>();
        if (!payments.isEmpty()) {
            amounts(handle, BY_HAND, tenant, payments).forEach(one ->
                    found.computeIfAbsent(one.payment(), none -> new ArrayList<>()).add(one.money()));
            amounts(handle, CLAIMED, tenant, payments).forEach(one ->
                    found.getOrDefault(one.payment(), new ArrayList<>()).remove(one.money()));
        }
        return found;
    }

    private static List<Amount> amounts(Handle handle, String sql, TenantId tenant, List<PaymentId> payments) {
        return handle.createQuery(sql).bind("tenant", tenant.toString())
                .bindList("payments", payments.stream().map(PaymentId::toString).toList())
                .map((row, context) -> new Amount(PaymentId.of(row.getString("payment_id")),
                        new Money(row.getLong("amount"), Currency.getInstance(row.getString("currency"))))).list();
    }

    private static Candidate candidate(ResultSet row) throws SQLException {
        boolean open = row.getBoolean("is_open");
        long asked = row.getLong("amount") - (open ? row.getLong("received_minor") : 0);
        return new Candidate(PaymentId.of(row.getString("id")), row.getString("reference"), row.getLong("order_code"),
                new Money(Math.max(0, asked), Currency.getInstance(row.getString("currency"))), open, List.of());
    }

    private record Amount(PaymentId payment, Money money) {
    }
}
