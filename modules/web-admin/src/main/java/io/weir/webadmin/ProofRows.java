package io.weir.webadmin;

import io.weir.payments.api.PaymentProofs.Proof;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Proofs of transfers as they are shown: pictures as they are, everything else by name. */
@RequestScoped
public class ProofRows {
    @Inject
    private Format format;

    List<Row> rows(List<Proof> proofs) {
        return proofs.stream().map(this::row).toList();
    }

    private Row row(Proof proof) {
        return new Row("/proof?payment=" + proof.payment() + "&id=" + proof.id(), proof.fileName(),
                kibibytes(proof.sizeBytes()), format.time(proof.uploadedAt()), isPicture(proof));
    }

    private String kibibytes(long bytes) {
        return format.number(Math.max(1, (bytes + 512) >> 10)) + " KiB";
    }

    /** The type is what the bytes are; the store checked that. */
    static boolean isPicture(Proof proof) {
        return proof.mediaType().equals("image/png") || proof.mediaType().equals("image/jpeg");
    }

    /** A proof; {@code link} is below the console's path. */
    public record Row(String link, String name, String size, String at, boolean picture) {
    }
}
