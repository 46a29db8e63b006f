package io.weir.payments.app;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.TenantId;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.PaymentProofs;
import io.weir.payments.api.PaymentProofs.Proof;
import io.weir.payments.domain.PaymentEntity;
import io.weir.payments.store.PaymentRows;
import io.weir.payments.store.ProofRows;
import io.weir.payments.store.ProofRows.Stored;
import io.weir.platform.api.AuditLog;
import io.weir.platform.api.TenantScoped;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The steps of keeping and showing a proof, each a transaction of its own: the object store is asked between them. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
@TenantScoped
public class ProofSteps {
    @Inject
    PaymentRows payments;
    @Inject
    ProofRows proofs;
    @Inject
    TenantGateways gateways;
    @Inject
    AuditLog audit;

    /** Before the store is troubled. @return the proof when this file is known already */
    public Optional<Proof> expect(TenantId tenant, AccountId account, PaymentId payment, String sha256) {
        return admitted(tenant, required(payments.find(payment).filter(found -> found.isOf(account))), sha256);
    }

    /**
     * Under a lock on the payment, which may have been decided meanwhile, or shown this file. @return the proof that
     * counts: another one than this when the file was quicker by another request
     */
    public Proof keep(TenantId tenant, AccountId account, Stored stored) {
        var proof = stored.proof();
        var payment = required(payments.lock(proof.payment()).filter(found -> found.isOf(account)));
        return admitted(tenant, payment, proof.sha256()).orElseGet(() -> {
            proofs.insert(tenant, stored);
            audit.record(tenant, "payment.proof-added", "payment/" + proof.payment(), null,
                    Map.of("proof", proof.id().toString(), "type", proof.mediaType(), "bytes", proof.sizeBytes(),
                            "sha256", proof.sha256()));
            return proof;
        });
    }

    public List<Proof> of(TenantId tenant, Optional<AccountId> account, PaymentId payment) {
        required(payments.find(payment).filter(found -> account.isEmpty() || found.isOf(account.get())));
        return proofs.of(tenant, payment);
    }

    public List<Proof> of(TenantId tenant, Collection<PaymentId> some) {
        return proofs.of(tenant, some);
    }

    public Stored find(TenantId tenant, Optional<AccountId> account, PaymentId payment, UUID proof) {
        required(payments.find(payment).filter(found -> account.isEmpty() || found.isOf(account.get())));
        return proofs.find(tenant, payment, proof)
                .orElseThrow(() -> Refusal.notFound("PROOF_NOT_FOUND").asException());
    }

    private Optional<Proof> admitted(TenantId tenant, PaymentEntity payment, String sha256) {
        var earlier = proofs.of(tenant, payment.id());
        var same = earlier.stream().filter(proof -> proof.sha256().equals(sha256)).findFirst();
        if (same.isPresent()) {
            return same;
        }
        if (!payment.status().isOpen() || !gateways.manualNames().contains(payment.gateway())) {
            throw Refusal.conflict("PROOF_NOT_EXPECTED").asException();
        }
        if (earlier.size() >= PaymentProofs.MOST_PER_PAYMENT) {
            throw Refusal.conflict("PROOF_TOO_MANY", String.valueOf(PaymentProofs.MOST_PER_PAYMENT)).asException();
        }
        return Optional.empty();
    }

    private static PaymentEntity required(Optional<PaymentEntity> found) {
        return found.orElseThrow(() -> Refusal.notFound("PAYMENT_NOT_FOUND").asException());
    }
}
