package io.weir.payments.domain.proofs;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;

/** What a proof may be, decided by its bytes from the first to the last. */
public enum ProofType {
    PNG("image/png", "png", PngFile::isSound),
    JPEG("image/jpeg", "jpg", JpegFile::isSound),
    PDF("application/pdf", "pdf", PdfFile::isSound);

    private final String mediaType;
    private final String extension;
    private final Predicate<Bytes> sound;

    ProofType(String mediaType, String extension, Predicate<Bytes> sound) {
        this.mediaType = mediaType;
        this.extension = extension;
        this.sound = sound;
    }

    /** Empty unless it is one of these and nothing else at the same time. */
    public static Optional<ProofType> of(byte[] content) {
        var bytes = new Bytes(content);
        return Disguise.isIn(bytes) ? Optional.empty()
                : Arrays.stream(values()).filter(type -> type.sound.test(bytes)).findFirst();
    }

    public String mediaType() {
        return mediaType;
    }

    public String extension() {
        return extension;
    }
}
