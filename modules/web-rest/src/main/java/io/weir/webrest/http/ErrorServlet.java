package io.weir.webrest.http;

import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * What the container refuses before or beside the routes, in the same form as theirs; for a browser as two lines of
 * text.
 */
public class ErrorServlet extends HttpServlet {
    private static final Pattern UNREADABLE = Pattern.compile("%(2f|5c|00)", Pattern.CASE_INSENSITIVE);

    @Inject
    transient Problems problems;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var exchange = Exchange.of(request);
        SecurityHeaders.apply(response);
        response.setHeader("X-Request-Id", exchange.requestId());
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        if (isUnreadablePath(request)) {
            problems.sendStatus(HttpServletResponse.SC_BAD_REQUEST, exchange, response);
        } else if (status >= 500
                && request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown) {
            problems.send(root(thrown), exchange, response);
        } else if (!exchange.isApi() && accepts(request, "text/html")) {
            page(WebFailures.ofStatus(status).status(), exchange, response);
        } else {
            problems.sendStatus(status, exchange, response);
        }
    }

    /** The container throws at encoded slashes, before any route could refuse them: the client's fault, not ours. */
    private static boolean isUnreadablePath(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path
                && UNREADABLE.matcher(path).find();
    }

    private static Throwable root(Throwable thrown) {
        return thrown instanceof ServletException wrapper && wrapper.getRootCause() != null
                ? wrapper.getRootCause() : thrown;
    }

    private static boolean accepts(HttpServletRequest request, String type) {
        var accept = request.getHeader("Accept");
        return accept != null && accept.contains(type);
    }

    private static void page(int status, Exchange exchange, HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain");
        response.setCharacterEncoding("UTF-8");
        response.getWriter().print(status + " " + ReasonPhrases.of(status) + "\nRequest " + exchange.requestId()
                + "\n");
    }
}
