package io.weir.webportal;

import io.weir.kernel.api.Uuids;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.PaymentProofs;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * {@code GET /portal/payment/proof?id=&proof=}: a file that its payer showed. Pictures are shown, all else is saved;
 * nothing in it runs.
 */
@WebServlet("/payment/proof")
public class ProofDownload extends HttpServlet {
    @Inject
    private PaymentProofs proofs;
    @Inject
    private Visitor visitor;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var opened = proofs.open(visitor.tenantId(), visitor.account(),
                PaymentId.of(visitor.parameter("id").orElse("")), Uuids.parse(visitor.parameter("proof").orElse("")));
        try (var content = opened.content()) {
            var type = opened.proof().mediaType();
            response.setContentType(type);
            response.setContentLengthLong(content.length());
            response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox; frame-ancestors 'none'");
            response.setHeader("Content-Disposition", (type.startsWith("image/") ? "inline" : "attachment")
                    + "; filename*=UTF-8''" + encoded(opened.proof().fileName()));
            content.bytes().transferTo(response.getOutputStream());
        }
    }

    /** RFC 8187. */
    private static String encoded(String name) {
        return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
    }
}
