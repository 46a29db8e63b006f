package io.weir.webrest.ops;

import io.weir.payments.api.CardNumbers;
import io.weir.payments.api.PaymentId;
import io.weir.payments.api.SandboxCheckouts;
import io.weir.webrest.http.Exchange;
import io.weir.webrest.http.Problems;
import io.weir.webrest.http.SecurityHeaders;
import io.weir.webrest.http.StrictJson;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * The sandbox gateway's checkout page: a page like a real gateway's that says what it is, and a form whose outcome goes
 * the way of any gateway's notice. The form's other fields say how it is told. Programs that accept JSON are told where
 * a browser would be sent.
 */
@WebServlet(name = "sandboxCheckout", urlPatterns = "/sandbox/checkout/*")
public class SandboxCheckoutServlet extends HttpServlet {
    @Inject
    transient SandboxCheckouts checkouts;
    @Inject
    transient CheckoutPage page;
    @Inject
    transient Problems problems;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String html;
        try {
            html = page.of(checkouts.checkout(payment(request)), "confirm".equals(request.getParameter("step")));
        } catch (RuntimeException e) {
            problems.send(e, Exchange.of(request), response);
            return;
        }
        SecurityHeaders.forPage(response);
        response.setContentType("text/html");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().print(html);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String next;
        try {
            var wish = new HashMap<>(body(request));
            CardNumbers.refuse(wish);
            var outcome = wish.remove("outcome");
            next = checkouts.finish(payment(request), outcome == null ? "" : outcome, wish);
        } catch (RuntimeException e) {
            problems.send(e, Exchange.of(request), response);
            return;
        }
        if (prefersJson(request.getHeader("Accept"))) {
            response.setContentType("application/json");
            response.setCharacterEncoding("UTF-8");
            StrictJson.mapper().writeValue(response.getOutputStream(), Map.of("redirect", next));
        } else {
            SecurityHeaders.forPage(response);
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", next);
        }
    }

    /** A form, or an object of JSON with the same members. */
    private static Map<String, String> body(HttpServletRequest request) throws IOException {
        var type = request.getContentType();
        return type != null && type.startsWith("application/json") ? JsonForm.read(request.getInputStream())
                : FormBody.read(request.getInputStream());
    }

    /** A browser accepts HTML too; a program that wants JSON says so and nothing else. */
    static boolean prefersJson(String accept) {
        return accept != null && accept.contains("application/json") && !accept.contains("text/html");
    }

    private static PaymentId payment(HttpServletRequest request) {
        var path = request.getPathInfo();
        return PaymentId.of(path == null ? "" : path.substring(1));
    }
}
