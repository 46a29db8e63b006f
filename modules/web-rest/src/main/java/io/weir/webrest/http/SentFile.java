package io.weir.webrest.http;

import io.weir.kernel.api.Refusal;
import jakarta.ws.rs.core.EntityPart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The one file of a form. */
public record SentFile(String name, byte[] bytes) {
    /**
     * Reads one byte more than {@code most} at most, so that whoever judges the size sees that it is too large. Refused:
     * {@code VALIDATION_FAILED} on {@code file} unless there is exactly one.
     */
    public static SentFile of(List<EntityPart> parts, int most) {
        var files = parts.stream().filter(part -> part.getFileName().isPresent()).toList();
        if (files.size() != 1) {
            throw Refusal.invalidField("file", files.isEmpty() ? "REQUIRED" : "TOO_MANY").asException();
        }
        try (var content = files.get(0).getContent()) {
            return new SentFile(files.get(0).getFileName().orElseThrow(), content.readNBytes(most + 1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
