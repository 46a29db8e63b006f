package io.weir.payments.domain.proofs;

import java.util.Optional;

/**
 * JPEG: segments from SOI to the first scan, among them a frame of sane size, and an end of image behind it. What
 * cameras append after that is let be. ITU T.81, annex B.
 */
final class JpegFile {
    private static final int START = 0xffd8;
    private static final int END = 0xffd9;
    private static final int SCAN = 0xda;

    private JpegFile() {
    }

    static boolean isSound(Bytes bytes) {
        if (bytes.two(0) != START) {
            return false;
        }
        int scan = scan(bytes);
        return scan > 0 && ends(bytes, scan) && frame(bytes, scan).filter(PictureSize::isSane)
                .filter(told -> PictureSize.decoded("jpeg", bytes).filter(told::equals).isPresent()).isPresent();
    }

    /** Where the first scan begins, or −1 when the segments before it do not follow one another. */
    private static int scan(Bytes bytes) {
        int position = 2;
        while (bytes.at(position) == 0xff) {
            int marker = bytes.at(position + 1);
            if (marker == SCAN) {
                return position;
            }
            position = next(bytes, position);
        }
        return -1;
    }

    private static Optional<PictureSize> frame(Bytes bytes, int scan) {
        for (int position = 2; position < scan; position = next(bytes, position)) {
            if (isFrame(bytes.at(position + 1))) {
                return Optional.of(new PictureSize(bytes.two(position + 7), bytes.two(position + 5)));
            }
        }
        return Optional.empty();
    }

    /** A byte 0xff may be repeated before a marker; a segment's length counts itself. */
    private static int next(Bytes bytes, int position) {
        return bytes.at(position + 1) == 0xff ? position + 1 : position + 2 + Math.max(2, bytes.two(position + 2));
    }

    /** SOF0 to SOF15 without DHT, JPG and DAC, which lie among them. */
    private static boolean isFrame(int marker) {
        return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private static boolean ends(Bytes bytes, int from) {
        for (int position = bytes.size() - 2; position > from; position--) {
            if (bytes.two(position) == END) {
                return true;
            }
        }
        return false;
    }
}
