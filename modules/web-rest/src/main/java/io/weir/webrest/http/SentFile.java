package io.weir.webrest.http;

import io.weir.kernel.api.Refusal;
import java.io.IOException;
import java.io.InputStream;

/** The one file of a form. */
public record SentFile(String name, byte[] bytes) {
    /**
     * Refused: {@code MALFORMED_BODY} (400) for what is no form, {@code VALIDATION_FAILED} on {@code file} unless there
     * is exactly one.
     *
     * @param contentType the request's header, which names the boundary
     */
    public static SentFile of(String contentType, InputStream body) throws IOException {
        var files = MultipartForm.read(contentType, body.readAllBytes()).stream()
                .filter(part -> part.fileName().isPresent()).toList();
        if (files.size() != 1) {
            throw Refusal.invalidField("file", files.isEmpty() ? "REQUIRED" : "TOO_MANY").asException();
        }
        return new SentFile(files.get(0).fileName().orElseThrow(), files.get(0).bytes());
    }
}
