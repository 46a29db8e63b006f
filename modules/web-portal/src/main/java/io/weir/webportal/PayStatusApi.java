package io.weir.webportal;

import io.weir.billing.api.PayLinks;
import io.weir.platform.api.Json;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/**
 * {@code GET /portal/pay/status?token=&ask=1}: a version that changes with what the page of a link shows. With {@code
 * ask} the gateway is asked, should it have told us nothing.
 */
@WebServlet("/pay/status")
public class PayStatusApi extends HttpServlet {
    @Inject
    private PayLinks links;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var link = PayDoor.link(request);
        if (link.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var payment = request.getParameter("ask") == null ? links.payment(link.get()) : links.refreshed(link.get());
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().write(Json.write(Map.of("version",
                Pay.version(links.document(link.get()), payment))));
    }
}
