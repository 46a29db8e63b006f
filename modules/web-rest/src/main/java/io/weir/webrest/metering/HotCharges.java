package io.weir.webrest.metering;

import io.weir.webrest.http.AnswerHeaders;
import io.weir.webrest.http.Credentials;
import io.weir.webrest.http.Exchange;
import io.weir.webrest.http.Problems;
import io.weir.webrest.http.Recognition;
import io.weir.webrest.http.RequestRates;
import io.weir.webrest.http.StrictJson;
import io.weir.webrest.http.Who;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The short way of {@link ChargesResource}: the same checks in the same order by the same beans, but straight on the
 * servlet, because JAX-RS's own part of an asynchronous answer costs more than the charge itself. Whatever is out of
 * the ordinary about a request goes the long way.
 */
public class HotCharges implements Filter {
    private static final Logger LOG = Logger.getLogger(HotCharges.class.getName());
    @Inject
    Recognition recognition;
    @Inject
    RequestRates rates;
    @Inject
    Charging charging;
    @Inject
    AnswerHeaders headers;
    @Inject
    Problems problems;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isOrdinary((HttpServletRequest) request)) {
            charge((HttpServletRequest) request, (HttpServletResponse) response);
        } else {
            chain.doFilter(request, response);
        }
    }

    static boolean isOrdinary(HttpServletRequest request) {
        return "POST".equals(request.getMethod()) && isJson(request.getContentType())
                && accepts(request.getHeader("Accept")) && request.getQueryString() == null
                && request.getHeader("Idempotency-Key") == null && request.getHeader("Content-Encoding") == null;
    }

    private static boolean isJson(String type) {
        return type != null && (type.equals("application/json")
                || type.equalsIgnoreCase("application/json;charset=utf-8"));
    }

    private static boolean accepts(String accepted) {
        return accepted == null || accepted.equals("*/*") || accepted.equals("application/json");
    }

    private void charge(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var exchange = Exchange.of(request);
        try {
            var credential = Credentials.of(request.getHeader("Authorization"), request.getHeader("X-API-Key"));
            recognition.enter(exchange, credential, Who.METERING, true);
            rates.hold(exchange);
            var body = StrictJson.mapper().readValue(request.getInputStream(), ChargeRequest.class);
            var charge = charging.of(body).toCompletableFuture();
            if (charge.isDone()) {
                charge.whenComplete((done, failure) -> answer(response, exchange, done, failure));
                return;
            }
            var waiting = request.startAsync(request, response);
            waiting.setTimeout(0);
            charge.whenComplete((done, failure) -> {
                try {
                    answer((HttpServletResponse) waiting.getResponse(), exchange, done, failure);
                } finally {
                    waiting.complete();
                }
            });
        } catch (IOException | RuntimeException refused) {
            send(response, exchange, null, refused);
        }
    }

    private void answer(HttpServletResponse response, Exchange exchange, Charging.Charge done, Throwable failure) {
        try {
            send(response, exchange, done, failure);
        } catch (IOException gone) {
            LOG.log(Level.FINE, gone, () -> "request " + exchange.requestId() + ": nobody waits for the answer");
        } catch (RuntimeException fault) {
            LOG.log(Level.WARNING, fault, () -> "request " + exchange.requestId() + ": the answer can't be written");
            failed(response);
        }
    }

    /** Nothing at all would pass for a success. */
    private static void failed(HttpServletResponse response) {
        if (!response.isCommitted()) {
            response.resetBuffer();
            response.setContentLength(0);
            response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
        }
    }

    private void send(HttpServletResponse response, Exchange exchange, Charging.Charge done, Throwable failure)
            throws IOException {
        headers.put(exchange, (name, value) -> response.addHeader(name, value.toString()));
        if (failure != null) {
            problems.send(failure, exchange, response);
            return;
        }
        byte[] body = StrictJson.mapper().writeValueAsBytes(done);
        response.setStatus(HttpServletResponse.SC_CREATED);
        response.setContentType("application/json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
