package io.weir.payments.domain.proofs;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** How large a picture would be once it is unpacked, in pixels. Read from its header only. */
record PictureSize(long width, long height) {
    private static final long LONGEST_SIDE = 20_000;
    /** A small file may unpack to more memory than the viewer has. */
    private static final long MOST_PIXELS = 100_000_000;

    boolean isSane() {
        return width > 0 && height > 0 && width <= LONGEST_SIDE && height <= LONGEST_SIDE
                && width * height <= MOST_PIXELS;
    }

    /** As a decoder of that format understands the header. Empty when it does not. */
    static Optional<PictureSize> decoded(String format, Bytes bytes) {
        var readers = ImageIO.getImageReadersByFormatName(format);
        if (!readers.hasNext()) {
            throw new IllegalStateException("no reader of " + format);
        }
        var reader = readers.next();
        try (var stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes.all()))) {
            reader.setInput(stream, true, true);
            return Optional.of(new PictureSize(reader.getWidth(0), reader.getHeight(0)));
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        } finally {
            reader.dispose();
        }
    }
}
