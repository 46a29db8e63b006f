package io.weir.webportal;

import io.weir.billing.api.Explanations;
import io.weir.kernel.api.Refusal;
import io.weir.metering.api.MeterKey;
import io.weir.metering.api.UsageLog;
import io.weir.platform.api.Json;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code GET /portal/invoice/usage?id=&line=&cursor=}: more of the usages that made a line of one of the visitor's
 * invoices, as {@code {rows: [[at, quantity, what, model, status]], next}}; {@code next} is empty at the end.
 */
@WebServlet("/invoice/usage")
public class UsageRows extends HttpServlet {
    private static final int ROWS = 50;

    @Inject
    private ExplainedBill explained;
    @Inject
    private LineReasons reasons;
    @Inject
    private MeterNames meters;
    @Inject
    private UsageLog log;
    @Inject
    private Visitor visitor;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var line = visitor.parameter("line").orElse("");
        var usage = explained.bill().lines().stream().filter(each -> String.valueOf(each.line().no()).equals(line))
                .flatMap(each -> each.usage().stream()).findFirst()
                .orElseThrow(() -> Refusal.notFound("INVOICE_NOT_FOUND").asException());
        var slice = slice(usage);
        var rows = reasons.rows(slice.entries(), meters.of(usage.meter())).stream()
                .map(row -> List.of(row.at(), row.quantity(), row.what(), row.model(), row.status())).toList();
        response.setContentType("application/json;charset=utf-8");
        var here = request.getContextPath() + "/invoice/usage?id=" + explained.bill().id() + "&line=" + line;
        response.getWriter().write(Json.write(Map.of("rows", rows,
                "next", slice.next().map(cursor -> here + "&cursor=" + cursor).orElse(""))));
    }

    private UsageLog.Slice slice(Explanations.Usage usage) {
        return log.page(visitor.tenantId(), new UsageLog.Query(Optional.of(visitor.account()), usage.from(),
                usage.until(), Optional.of(new MeterKey(usage.meter())), Optional.empty(), Optional.empty(),
                Optional.empty()), visitor.parameter("cursor"), ROWS);
    }
}
