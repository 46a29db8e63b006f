package io.weir.webrest.http;

import io.weir.platform.api.Messages;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Puts every no into words, once and in one form, for routes and pages alike. */
@ApplicationScoped
public class Problems {
    private static final int TOO_MANY = 429;
    private static final Logger LOG = Logger.getLogger(Problems.class.getName());

    @Inject
    Messages messages;
    @Inject
    Callers callers;
    @Inject
    Time time;

    public Response response(Throwable thrown, Exchange exchange) {
        var problem = of(thrown, exchange);
        var answer = Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem.body());
        problem.headers().forEach(answer::header);
        return answer.build();
    }

    public void send(Throwable thrown, Exchange exchange, HttpServletResponse response) throws IOException {
        send(of(thrown, exchange), response);
    }

    void sendStatus(int status, Exchange exchange, HttpServletResponse response) throws IOException {
        send(words(WebFailures.ofStatus(status), exchange), response);
    }

    Problem of(Throwable thrown, Exchange exchange) {
        var failure = Failures.of(thrown);
        failure.fault().ifPresent(fault -> LOG.log(Level.SEVERE, fault,
                () -> "request " + exchange.requestId() + ": " + exchange.method() + " " + exchange.path()));
        return words(retryAfterItEnds(failure, exchange), exchange);
    }

    /** Who has used something up may come back when its period ends, by the tenant's clock. */
    private Failure retryAfterItEnds(Failure failure, Exchange exchange) {
        var caller = exchange.caller();
        if (failure.status() == TOO_MANY && caller.isPresent()
                && failure.members().get("expiresAt") instanceof Instant end) {
            long seconds = Duration.between(time.now(caller.get().tenant()), end).plusMillis(999).toSeconds();
            return failure.with("Retry-After", Math.max(1, seconds));
        }
        return failure;
    }

    private static void send(Problem problem, HttpServletResponse response) throws IOException {
        response.setStatus(problem.status());
        problem.headers().forEach((name, value) -> response.setHeader(name, value.toString()));
        response.setContentType(Problem.MEDIA_TYPE);
        StrictJson.mapper().writeValue(response.getOutputStream(), problem.body());
    }

    private Problem words(Failure failure, Exchange exchange) {
        var locale = callers.locale(exchange);
        var message = messages.text(locale, QuotaWords.messageCode(failure), failure.arguments().toArray());
        var body = new LinkedHashMap<String, Object>(failure.members());
        QuotaWords.suggestionCode(failure).ifPresent(code -> body.put("suggestion", messages.text(locale, code)));
        body.putAll(standard(failure, exchange, message));
        if (!failure.fields().isEmpty()) {
            body.put("details", details(failure, locale));
        }
        return new Problem(failure.status(), failure.headers(), body);
    }

    private static Map<String, Object> standard(Failure failure, Exchange exchange, String message) {
        var title = ReasonPhrases.of(failure.status());
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "/problems/" + failure.code().toLowerCase(Locale.ROOT).replace('_', '-'));
        body.put("title", title);
        body.put("status", failure.status());
        body.put("detail", message);
        body.put("instance", exchange.path());
        body.put("statusCode", failure.status());
        body.put("message", message);
        body.put("error", title);
        body.put("code", failure.code());
        body.put("requestId", exchange.requestId());
        return body;
    }

    private Map<String, String> details(Failure failure, Locale locale) {
        var details = new TreeMap<String, String>();
        failure.fields().forEach((field, reason) -> details.put(field, messages.text(locale, reason)));
        return details;
    }
}
