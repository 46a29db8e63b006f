package io.weir.webrest.payments;

import io.weir.payments.api.PaymentProofs.Opened;
import io.weir.webrest.http.SecurityHeaders;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A proof's bytes as an answer: to be saved, or shown when it is a picture and asked for, and never run. */
public final class ProofFile {
    private ProofFile() {
    }

    public static Response answer(Opened opened, boolean inline, HttpServletResponse headers) {
        SecurityHeaders.forFile(headers);
        boolean shown = inline && opened.proof().mediaType().startsWith("image/");
        StreamingOutput body = out -> {
            try (var content = opened.content()) {
                content.bytes().transferTo(out);
            }
        };
        return Response.ok(body).type(opened.proof().mediaType())
                .header("Content-Length", opened.content().length())
                .header("Content-Disposition", (shown ? "inline" : "attachment") + names(opened.proof().fileName()))
                .build();
    }

    /** The name in ASCII for old clients, and as it is. RFC 6266. */
    private static String names(String fileName) {
        var plain = fileName.replaceAll("[^A-Za-z0-9._ -]", "_");
        var encoded = URLEncoder.encode(fileName, StandardCharsets.UTF_8).replace("+", "%20");
        return "; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
    }
}
