package io.weir.paymentgateways.qr;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Text as a black and white QR picture. PNG, because payers save it and open it in their bank's application. */
public final class QrPicture {
    private static final int DOTS_PER_MODULE = 8;
    private static final Map<EncodeHintType, ?> HINTS =
            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 4);

    private QrPicture() {
    }

    /**
     * A {@code data:} URI. The text is kept as UTF-8.
     *
     * @throws IllegalArgumentException when it is longer than the largest code holds
     */
    public static String of(String text) {
        try {
            // Size 0 asks for one dot per module: enlarged by a whole factor, no edge is blurred.
            var modules = new QRCodeWriter().encode(unmarked(text), BarcodeFormat.QR_CODE, 0, 0, HINTS);
            return "data:image/png;base64," + Base64.getEncoder().encodeToString(png(draw(modules)));
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code", e);
        }
    }

    /**
     * UTF-8 bytes as the writer's own character set. It would put a mark of the character set before any other, which
     * some banks' applications do not skip.
     */
    private static String unmarked(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static BufferedImage draw(BitMatrix modules) {
        int width = modules.getWidth() * DOTS_PER_MODULE;
        int height = modules.getHeight() * DOTS_PER_MODULE;
        var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, modules.get(x / DOTS_PER_MODULE, y / DOTS_PER_MODULE) ? 0 : 0xFFFFFF);
            }
        }
        return image;
    }

    private static byte[] png(BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        // In memory: ImageIO's own stream would go through a temporary file.
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(image, "png", out)) {
                throw new IllegalStateException("this Java cannot write PNG");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
