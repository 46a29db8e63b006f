package io.weir.payments.store;

import io.weir.kernel.api.TenantId;
import io.weir.kernel.api.UserId;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.PaymentProofs.Proof;
import io.weir.platform.api.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What payers showed; the bytes are in the object store. */
@ApplicationScoped
public class ProofRows {
    private static final String SELECT = """
            SELECT id, payment_id, file_name, media_type, size_bytes, sha256, uploaded_by, uploaded_at, object_key
            FROM payments_proof WHERE tenant_id = :tenant AND payment_id\s""";
    private static final String INSERT = """
            INSERT INTO payments_proof (tenant_id, id, payment_id, object_key, file_name, media_type, size_bytes,
              sha256, uploaded_by, uploaded_at)
            VALUES (:tenant, :id, :payment, :key, :name, :type, :size, :sha256, :by, :at)""";

    @Inject
    Database database;

    /** Oldest first. */
    public List<Proof> of(TenantId tenant, PaymentId payment) {
        return of(tenant, List.of(payment));
    }

    public List<Proof> of(TenantId tenant, Collection<PaymentId> payments) {
        if (payments.isEmpty()) {
            return List.of();
        }
        return database.inTransaction().withHandle(handle -> handle.createQuery(SELECT
                + "IN (<payments>) ORDER BY uploaded_at, id").bind("tenant", tenant.toString())
                .bindList("payments", payments.stream().map(PaymentId::toString).toList())
                .map((row, context) -> proof(row)).list());
    }

    public Optional<Stored> find(TenantId tenant, PaymentId payment, UUID id) {
        return database.inTransaction().withHandle(handle -> handle.createQuery(SELECT + "= :payment AND id = :id")
                .bind("tenant", tenant.toString()).bind("payment", payment.toString()).bind("id", id.toString())
                .map((row, context) -> new Stored(proof(row), row.getString("object_key"))).findOne());
    }

    public void insert(TenantId tenant, Stored stored) {
        var proof = stored.proof();
        database.inTransaction().useHandle(handle -> handle.createUpdate(INSERT).bind("tenant", tenant.toString())
                .bind("id", proof.id().toString()).bind("payment", proof.payment().toString())
                .bind("key", stored.objectKey()).bind("name", proof.fileName()).bind("type", proof.mediaType())
                .bind("size", proof.sizeBytes()).bind("sha256", proof.sha256())
                .bind("by", proof.uploadedBy().toString()).bind("at", proof.uploadedAt()).execute());
    }

    /** Which of these keys are known, of any tenant. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Set<String> known(Collection<String> keys) {
        return keys.isEmpty() ? Set.of() : database.inTransaction().withHandle(handle -> Set.copyOf(
                handle.createQuery("SELECT object_key FROM payments_proof WHERE object_key IN (<keys>)")
                        .bindList("keys", keys).mapTo(String.class).list()));
    }

    private static Proof proof(ResultSet row) throws SQLException {
        return new Proof(UUID.fromString(row.getString("id")), PaymentId.of(row.getString("payment_id")),
                row.getString("file_name"), row.getString("media_type"), row.getLong("size_bytes"),
                row.getString("sha256"), UserId.of(row.getString("uploaded_by")), Columns.instant(row, "uploaded_at"));
    }

    /** A proof, and where its bytes are. */
    public record Stored(Proof proof, String objectKey) {
    }
}
