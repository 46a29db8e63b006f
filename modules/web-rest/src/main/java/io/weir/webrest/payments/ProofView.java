package io.weir.webrest.payments;

import io.weir.payments.api.PaymentProofs.Proof;
import java.time.Instant;
import java.util.UUID;

/** What a payer showed. {@code size} in bytes; {@code url}: where whoever sees this can get the file. */
public record ProofView(UUID id, String fileName, String mediaType, long size, String sha256, Instant uploadedAt,
                        String url) {
    static ProofView forPayer(Proof proof) {
        return of(proof, "/api/payments/" + proof.payment() + "/proof/" + proof.id());
    }

    public static ProofView forAdministrator(Proof proof) {
        return of(proof, "/api/admin/payments/" + proof.payment() + "/proofs/" + proof.id());
    }

    private static ProofView of(Proof proof, String url) {
        return new ProofView(proof.id(), proof.fileName(), proof.mediaType(), proof.sizeBytes(), proof.sha256(),
                proof.uploadedAt(), url);
    }
}
