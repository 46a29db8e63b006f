package io.weir.payments.domain.proofs;

import java.util.zip.CRC32;

/** PNG: its signature, then chunks with right checksums from IHDR to IEND, and nothing behind that. RFC 2083. */
final class PngFile {
    private static final String SIGNATURE = "\u0089PNG\r\n\u001a\n";
    private static final int FIRST_CHUNK = 8;
    /** Length and name before a chunk's content, a checksum behind it. */
    private static final int AROUND = 12;
    private static final int HEADER_LENGTH = 13;

    private PngFile() {
    }

    static boolean isSound(Bytes bytes) {
        return bytes.has(0, SIGNATURE) && bytes.has(FIRST_CHUNK + 4, "IHDR")
                && bytes.four(FIRST_CHUNK) == HEADER_LENGTH && hasSoundChunks(bytes) && isSaneSize(bytes);
    }

    private static boolean isSaneSize(Bytes bytes) {
        var told = new PictureSize(bytes.four(FIRST_CHUNK + 8), bytes.four(FIRST_CHUNK + 12));
        return told.isSane() && PictureSize.decoded("png", bytes).filter(told::equals).isPresent();
    }

    private static boolean hasSoundChunks(Bytes bytes) {
        boolean hasPicture = false;
        int position = FIRST_CHUNK;
        while (position + AROUND <= bytes.size()) {
            long length = bytes.four(position);
            if (length > bytes.size() - position - AROUND || !hasRightChecksum(bytes, position, (int) length)) {
                return false;
            }
            if (bytes.has(position + 4, "IEND")) {
                return hasPicture && position + AROUND + length == bytes.size();
            }
            hasPicture |= bytes.has(position + 4, "IDAT");
            position += AROUND + (int) length;
        }
        return false;
    }

    private static boolean hasRightChecksum(Bytes bytes, int chunk, int length) {
        var checksum = new CRC32();
        checksum.update(bytes.all(), chunk + 4, 4 + length);
        return checksum.getValue() == bytes.four(chunk + 8 + length);
    }
}
