package io.weir.webadmin;

import io.weir.kernel.api.Uuids;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.PaymentProofs;
import io.weir.payments.api.PaymentProofs.Proof;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * The bytes of a proof for whoever is signed in to the console, {@code ?payment=&id=}. Somebody else sent them:
 * pictures are shown, everything else is saved, and nothing in them may run wherever it is opened.
 */
@WebServlet("/proof")
public class ProofFile extends HttpServlet {
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; sandbox; "
            + "frame-ancestors 'none'";

    @Inject
    private transient PaymentProofs proofs;
    @Inject
    private transient Visitor visitor;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var opened = proofs.open(visitor.tenantId(), PaymentId.of(visitor.parameter("payment").orElse("")),
                Uuids.parse(visitor.parameter("id").orElse("")));
        try (var content = opened.content()) {
            response.setContentType(opened.proof().mediaType());
            response.setContentLengthLong(content.length());
            response.setHeader("Content-Disposition", disposition(opened.proof()));
            response.setHeader("Content-Security-Policy", POLICY);
            content.bytes().transferTo(response.getOutputStream());
        }
    }

    /** The name in ASCII for old browsers, and as it is. RFC 6266. */
    static String disposition(Proof proof) {
        var plain = proof.fileName().replaceAll("[^A-Za-z0-9._ -]", "_");
        var encoded = URLEncoder.encode(proof.fileName(), StandardCharsets.UTF_8).replace("+", "%20");
        return (ProofRows.isPicture(proof) ? "inline" : "attachment") + "; filename=\"" + plain
                + "\"; filename*=UTF-8''" + encoded;
    }
}
