package io.weir.webrest.ops;

import io.weir.payments.api.CardNumbers;
import io.weir.payments.api.SandboxPortals;
import io.weir.webrest.http.Exchange;
import io.weir.webrest.http.Problems;
import io.weir.webrest.http.SecurityHeaders;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The sandbox gateway's billing portal. The link in the address is all that its visitor needs, as at a provider's. */
@WebServlet(name = "sandboxPortal", urlPatterns = "/sandbox/portal/*")
public class SandboxPortalServlet extends HttpServlet {
    @Inject
    transient SandboxPortals portals;
    @Inject
    transient PortalPage page;
    @Inject
    transient Problems problems;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String html;
        try {
            html = page.of(portals.portal(link(request)), link(request));
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
        try {
            var form = FormBody.read(request.getInputStream());
            CardNumbers.refuse(form);
            portals.act(link(request), form.getOrDefault("verb", ""), form.getOrDefault("subject", ""));
        } catch (RuntimeException e) {
            problems.send(e, Exchange.of(request), response);
            return;
        }
        SecurityHeaders.forPage(response);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + "/sandbox/portal/" + link(request));
    }

    private static String link(HttpServletRequest request) {
        var path = request.getPathInfo();
        return path == null ? "" : path.substring(1);
    }
}
