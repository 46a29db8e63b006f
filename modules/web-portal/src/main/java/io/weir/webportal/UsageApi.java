package io.weir.webportal;

import io.weir.metering.api.UsageReports;
import io.weir.platform.api.Json;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code GET /portal/usage/api?range=day|week|month}: the usage page's figures as JSON, for the signed-in browser. */
@WebServlet("/usage/api")
public class UsageApi extends HttpServlet {
    @Inject
    private UsageReports reports;
    @Inject
    private Ranges ranges;
    @Inject
    private Visitor visitor;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String range = Optional.ofNullable(request.getParameter("range")).orElse("week");
        response.setCharacterEncoding("UTF-8");
        if (!Set.of("day", "week", "month").contains(range)) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            response.setContentType("application/problem+json");
            response.getWriter().write(Json.write(Map.of("type", "about:blank", "title", "Bad Request", "status", 400,
                    "statusCode", 400,
                    "code", "VALIDATION_FAILED", "error", "Bad Request", "message", "range is day, week or month",
                    "detail", "range is day, week or month")));
            return;
        }
        response.setContentType("application/json");
        response.getWriter().write(Json.write(reports.overview(visitor.tenantId(), visitor.account(),
                ranges.span(visitor.getTenant(), range))));
    }
}
