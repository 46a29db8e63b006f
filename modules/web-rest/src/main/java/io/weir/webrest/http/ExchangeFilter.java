package io.weir.webrest.http;

import io.weir.kernel.api.Refusal;
import io.weir.platform.api.LogContext;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * First in, last out: begins the {@link Exchange}, puts the headers of every answer, bounds the body, answers
 * preflights.
 */
public class ExchangeFilter implements Filter {
    @Inject
    Cors cors;
    @Inject
    Problems problems;
    @Inject
    LogContext log;

    @Override
    public void doFilter(ServletRequest plain, ServletResponse answer, FilterChain chain)
            throws IOException, ServletException {
        var request = (HttpServletRequest) plain;
        var response = (HttpServletResponse) answer;
        var exchange = Exchange.begin(request);
        log.put("requestId", exchange.requestId());
        SecurityHeaders.apply(response);
        response.setHeader("X-Request-Id", exchange.requestId());
        long most = BodyLimits.of(exchange.method(), exchange.path());
        try {
            if (isPreflight(request, exchange)) {
                cors.preflight(exchange, response);
            } else if (request.getContentLengthLong() > most) {
                problems.send(Refusal.of(Refusal.Kind.TOO_LARGE, "BODY_TOO_LARGE").asException(), exchange, response);
            } else {
                chain.doFilter(bounded(request, most), response);
            }
        } finally {
            log.clear();
            Exchange.end();
        }
    }

    /**
     * An upstream behind a gateway route may have an OPTIONS of its own; a browser's question is told by its header.
     */
    private static boolean isPreflight(HttpServletRequest request, Exchange exchange) {
        return exchange.isApi() && "OPTIONS".equals(exchange.method())
                && (!exchange.path().startsWith("/api/gateway/")
                || request.getHeader("Access-Control-Request-Method") != null);
    }

    /** A body of declared length is cut by the container; only one of unknown length has to be counted. */
    private static HttpServletRequest bounded(HttpServletRequest request, long most) {
        return request.getHeader("Transfer-Encoding") == null && request.getContentLengthLong() >= 0
                || isBodyless(request)
                ? request : new LimitedRequest(request, most);
    }

    private static boolean isBodyless(HttpServletRequest request) {
        return "GET".equals(request.getMethod()) || "HEAD".equals(request.getMethod());
    }
}
