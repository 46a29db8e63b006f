package io.weir.payments.app;

import io.weir.kernel.api.AccountId;
import io.weir.kernel.api.Refusal;
import io.weir.kernel.api.RefusedException;
import io.weir.kernel.api.TenantId;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.PaymentProofs;
import io.weir.payments.domain.Sha256;
import io.weir.payments.domain.proofs.FileName;
import io.weir.payments.domain.proofs.ProofType;
import io.weir.payments.store.ProofRows.Stored;
import io.weir.platform.api.Ids;
import io.weir.platform.api.ObjectStore;
import io.weir.platform.api.ObjectStoreException;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * Puts a proof into the object store first and writes its row then: a crash between the two leaves a file that nobody
 * knows, which {@link ProofSweep} takes away, and never a row without its file.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class StoredProofs implements PaymentProofs {
    static final String FOLDER = "payments/";
    private static final Logger LOG = Logger.getLogger(StoredProofs.class.getName());

    @Inject
    ProofSteps steps;
    @Inject
    ProofSweep sweep;
    @Inject
    ObjectStore objects;
    @Inject
    Time time;

    @Override
    public Proof add(TenantId tenant, AccountId account, PaymentId payment, Upload upload) {
        if (upload.bytes().length > MOST_BYTES) {
            throw Refusal.of(Refusal.Kind.TOO_LARGE, "PROOF_TOO_LARGE").asException();
        }
        var type = ProofType.of(upload.bytes())
                .orElseThrow(() -> Refusal.invalid("PROOF_TYPE_NOT_ALLOWED").asException());
        var sha256 = Sha256.of(upload.bytes());
        return steps.expect(tenant, account, payment, sha256).orElseGet(() -> keep(tenant, account, upload,
                new Proof(Ids.next(), payment, FileName.clean(upload.fileName(), "proof." + type.extension()),
                        type.mediaType(), upload.bytes().length, sha256, upload.by(), time.now(tenant))));
    }

    @Override
    public List<Proof> of(TenantId tenant, AccountId account, PaymentId payment) {
        return steps.of(tenant, Optional.of(account), payment);
    }

    @Override
    public List<Proof> of(TenantId tenant, PaymentId payment) {
        return steps.of(tenant, Optional.empty(), payment);
    }

    @Override
    public Map<PaymentId, List<Proof>> of(TenantId tenant, Collection<PaymentId> payments) {
        return steps.of(tenant, payments).stream().collect(Collectors.groupingBy(Proof::payment));
    }

    @Override
    public Opened open(TenantId tenant, AccountId account, PaymentId payment, UUID proof) {
        return open(steps.find(tenant, Optional.of(account), payment, proof));
    }

    @Override
    public Opened open(TenantId tenant, PaymentId payment, UUID proof) {
        return open(steps.find(tenant, Optional.empty(), payment, proof));
    }

    @Override
    public int sweepOrphans() {
        return sweep.orphans(FOLDER);
    }

    private Proof keep(TenantId tenant, AccountId account, Upload upload, Proof proof) {
        var stored = new Stored(proof, FOLDER + tenant + "/" + proof.payment() + "/" + proof.id());
        stored(() -> {
            objects.put(stored.objectKey(), upload.bytes(), proof.mediaType());
            return stored;
        });
        try {
            var kept = steps.keep(tenant, account, stored);
            if (!kept.id().equals(proof.id())) {
                forget(stored);
            }
            return kept;
        } catch (RefusedException refused) {
            forget(stored);
            throw refused;
        }
    }

    /** Only after a sure no: when it is not known whether the row was written, its file has to stay. */
    private void forget(Stored stored) {
        try {
            objects.delete(stored.objectKey());
        } catch (ObjectStoreException leftToTheSweep) {
            LOG.log(Level.WARNING, "proof {0} is left to the sweep: {1}",
                    new Object[] {stored.objectKey(), leftToTheSweep.getMessage()});
        }
    }

    private Opened open(Stored stored) {
        var content = stored(() -> objects.get(stored.objectKey()));
        return new Opened(stored.proof(), content.orElseThrow(() ->
                new IllegalStateException("the file of proof " + stored.proof().id() + " is gone")));
    }

    private static <T> T stored(Supplier<T> call) {
        try {
            return call.get();
        } catch (ObjectStoreException e) {
            LOG.log(Level.SEVERE, "the object store failed", e);
            throw Refusal.of(Refusal.Kind.UNAVAILABLE, "PROOF_STORE_UNAVAILABLE").asException();
        }
    }
}
