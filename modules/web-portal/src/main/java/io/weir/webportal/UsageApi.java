package io.weir.webportal;

import io.weir.kernel.api.RefusedException;
import io.weir.kernel.api.Uuids;
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
import java.util.UUID;

/**
 * {@code GET /portal/usage/api?range=day|week|month}: the usage page's figures as JSON, for the signed-in browser; of
 * one key with {@code key=}.
 */
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
        response.setCharacterEncoding("UTF-8");
        String range = Optional.ofNullable(request.getParameter("range")).orElse("week");
        if (!UsageView.RANGES.contains(range)) {
            refuse(response, "range is day, week or month");
            return;
        }
        Optional<UUID> key;
        try {
            key = visitor.parameter("key").map(Uuids::parse);
        } catch (RefusedException noId) {
            refuse(response, "key is the id of a key");
            return;
        }
        response.setContentType("application/json");
        response.getWriter().write(Json.write(reports.overview(visitor.tenantId(), visitor.account(),
                ranges.span(visitor.getTenant(), range), key)));
    }

    private static void refuse(HttpServletResponse response, String why) throws IOException {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        response.setContentType("application/problem+json");
        response.getWriter().write(Json.write(Map.of("type", "about:blank", "title", "Bad Request", "status", 400,
                "statusCode", 400, "code", "VALIDATION_FAILED", "error", "Bad Request", "message", why,
                "detail", why)));
    }
}
