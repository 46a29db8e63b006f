package io.weir.payments.domain.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProofTypeTest {
    private static final byte[] PNG = picture("png");
    private static final byte[] JPEG = picture("jpeg");
    private static final byte[] PDF = pdf("");

    @Test
    void sound_files_are_known_by_their_bytes() {
        assertThat(ProofType.of(PNG)).contains(ProofType.PNG);
        assertThat(ProofType.of(JPEG)).contains(ProofType.JPEG);
        assertThat(ProofType.of(PDF)).contains(ProofType.PDF);
    }

    @Test
    void what_a_camera_appends_to_a_jpeg_is_let_be() {
        assertThat(ProofType.of(with(JPEG, "SEFHe camera trailer".getBytes()))).contains(ProofType.JPEG);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void nothing_else_is_taken(String what, byte[] bytes) {
        assertThat(ProofType.of(bytes)).isEmpty();
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                of("nothing", new byte[0]), of("a text", "hello".getBytes()),
                of("a page", "<html><script>alert(1)</script></html>".getBytes()),
                of("a GIF", "GIF89a\u0001\u0000\u0001\u0000".getBytes()),
                of("an SVG", "<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>".getBytes()),
                of("a PNG's signature alone", Arrays.copyOf(PNG, 8)),
                of("half a PNG", Arrays.copyOf(PNG, PNG.length / 2)),
                of("a PNG with more behind it", with(PNG, "more".getBytes())),
                of("a PNG with a wrong checksum", changed(PNG, 20, (byte) 7)),
                of("a PNG that unpacks to gigabytes", size(100_000, 100_000)), of("a PNG without a size", size(0, 10)),
                of("a PNG that is a page too", chunk(PNG, "tEXt", "<script>alert(1)</script>")),
                of("a JPEG's first bytes alone", Arrays.copyOf(JPEG, 20)),
                of("a JPEG without an end", Arrays.copyOf(JPEG, JPEG.length - 2)),
                of("a JPEG that is a page too", with(JPEG, "<HTML><body onload=alert(1)>".getBytes())),
                of("a JPEG that is an archive too", with(JPEG, "PK\u0003\u0004 … PK\u0005\u0006".getBytes())),
                of("a JPEG that is a PDF's beginning", with("%PDF-1.4".getBytes(), JPEG)),
                of("a PDF without an end", Arrays.copyOf(PDF, PDF.length - 7)),
                of("a PDF that begins late", with("junk".getBytes(), PDF)),
                of("a PDF that runs programs", pdf("/OpenAction << /S /JavaScript /JS (app.alert(1)) >>")),
                of("a PDF that starts others", pdf("/S /Launch")), of("a PDF with files inside", pdf("/EmbeddedFile")),
                of("a PDF that is a page too", pdf("<html><script>alert(1)</script>")));
    }

    private static Arguments of(String what, byte[] bytes) {
        return Arguments.of(what, bytes);
    }

    static byte[] picture(String format) {
        var out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), format, out)) {
                throw new IllegalStateException("no writer of " + format);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    private static byte[] pdf(String more) {
        return ("%PDF-1.4\n1 0 obj << /Type /Catalog " + more + " >> endobj\n" + "% filling up the space\n".repeat(3)
                + "trailer << /Root 1 0 R >>\nstartxref\n9\n%%EOF\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] with(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length).put(first).put(second).array();
    }

    private static byte[] changed(byte[] bytes, int position, byte by) {
        var changed = bytes.clone();
        changed[position] += by;
        return changed;
    }

    /** The same PNG, claiming another size with a right checksum. */
    private static byte[] size(int width, int height) {
        var changed = ByteBuffer.wrap(PNG.clone()).putInt(16, width).putInt(20, height);
        return changed.putInt(29, checksum(changed.array(), 12, 17)).array();
    }

    private static byte[] chunk(byte[] png, String name, String text) {
        var content = (name + text).getBytes(StandardCharsets.ISO_8859_1);
        return ByteBuffer.allocate(png.length + content.length + 8).put(png, 0, 33).putInt(text.length()).put(content)
                .putInt(checksum(content, 0, content.length)).put(png, 33, png.length - 33).array();
    }

    private static int checksum(byte[] bytes, int from, int length) {
        var checksum = new CRC32();
        checksum.update(bytes, from, length);
        return (int) checksum.getValue();
    }
}
