package io.weir.webportal;

import io.weir.platform.api.Json;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/**
 * {@code GET /portal/payment/status?id=&ask=1}: whether a payment is still open, and a version that changes with what
 * its page shows. With {@code ask} the gateway is asked, should it have told us nothing.
 */
@WebServlet("/payment/status")
public class PaymentStatusApi extends HttpServlet {
    @Inject
    private PaymentSearch search;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var payment = search.payment();
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(Json.write(Map.of("open", payment.status().isOpen(),
                "version", PaymentState.version(payment))));
    }
}
