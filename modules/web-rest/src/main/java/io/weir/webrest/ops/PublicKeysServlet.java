package io.weir.webrest.ops;

import io.weir.identity.api.SigningKeys;
import io.weir.webrest.http.Exchange;
import io.weir.webrest.http.Problems;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The token issuer's public keys, for anybody who wants to check our tokens. Five minutes old at most where they are
 * cached.
 */
@WebServlet(name = "publicKeys", urlPatterns = "/.well-known/jwks.json")
public class PublicKeysServlet extends HttpServlet {
    @Inject
    transient SigningKeys keys;
    @Inject
    transient Problems problems;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String set;
        try {
            set = keys.publicKeySet();
        } catch (RuntimeException e) {
            problems.send(e, Exchange.of(request), response);
            return;
        }
        response.setContentType("application/jwk-set+json");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "public, max-age=300");
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.getWriter().print(set);
    }
}
