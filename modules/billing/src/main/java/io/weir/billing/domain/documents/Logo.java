package io.weir.billing.domain.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** A seller's picture, if it is one that can be printed: PNG or JPEG, not too large to be unpacked. */
final class Logo {
    /** Bytes. */
    static final int LARGEST = 1 << 20;
    private static final int MOST_PIXELS = 4_000_000;
    private static final Set<String> FORMATS = Set.of("png", "jpeg");

    private Logo() {
    }

    /** A {@code data:} URI; empty for what can't be printed. */
    static Optional<String> of(byte[] bytes) throws IOException {
        if (bytes.length > LARGEST) {
            return Optional.empty();
        }
        try (var in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            var reader = readers.next();
            reader.setInput(in);
            var format = reader.getFormatName().toLowerCase(Locale.ROOT);
            // Only the head is read here: a small file may unpack to a picture that no memory holds.
            boolean fits = (long) reader.getWidth(0) * reader.getHeight(0) <= MOST_PIXELS;
            reader.dispose();
            return FORMATS.contains(format) && fits ? Optional.of("data:image/" + format + ";base64,"
                    + Base64.getEncoder().encodeToString(bytes)) : Optional.empty();
        }
    }
}
