package io.weir.payments.api;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.TenantId;
import io.weir.kernel.api.UserId;
import io.weir.platform.api.ObjectStore;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Pictures and PDFs with which payers show that they have sent the money. They are hints for whoever decides; nothing
 * happens by them. Refused throughout: {@code PAYMENT_NOT_FOUND}, {@code PROOF_NOT_FOUND} (404), {@code
 * PROOF_STORE_UNAVAILABLE} (503).
 */
public interface PaymentProofs {
    /** Bytes: 5 MiB. */
    int MOST_BYTES = 5 << 20;
    int MOST_PER_PAYMENT = 5;

    /**
     * Keeps it and audits it; the same file once more is quiet. The type is what the bytes are, whatever the file is
     * called. Refused: {@code PROOF_TYPE_NOT_ALLOWED} (400) unless it is a sound PNG, JPEG or PDF and nothing else
     * besides, {@code PROOF_TOO_LARGE} (413), {@code PROOF_NOT_EXPECTED} (409) when the payment is decided or not
     * manual, {@code PROOF_TOO_MANY} (409).
     */
    Proof add(TenantId tenant, AccountId account, PaymentId payment, Upload upload);

    /** Oldest first. */
    List<Proof> of(TenantId tenant, AccountId account, PaymentId payment);

    /** For whoever decides. Oldest first. */
    List<Proof> of(TenantId tenant, PaymentId payment);

    /** The same for many; payments without any are left out. */
    Map<PaymentId, List<Proof>> of(TenantId tenant, Collection<PaymentId> payments);

    /** To be closed by the caller. */
    Opened open(TenantId tenant, AccountId account, PaymentId payment, UUID proof);

    Opened open(TenantId tenant, PaymentId payment, UUID proof);

    /**
     * Deletes files that a crash left behind between the store and the database, of all tenants, once they are a day
     * old. Run by a job.
     *
     * @return how many
     */
    int sweepOrphans();

    /** As it came; {@code fileName} is the payer's word and for people only. */
    record Upload(String fileName, byte[] bytes, UserId by) {
    }

    /** {@code sha256} in lower-case hexadecimal digits. */
    record Proof(UUID id, PaymentId payment, String fileName, String mediaType, long sizeBytes, String sha256,
            UserId uploadedBy, Instant uploadedAt) {
    }

    /** With its bytes. */
    record Opened(Proof proof, ObjectStore.Content content) {
    }
}
