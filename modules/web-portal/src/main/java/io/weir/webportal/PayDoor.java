package io.weir.webportal;

import io.weir.billing.api.PayLinks;
import io.weir.billing.api.PayLinks.Link;
import io.weir.metering.api.RateLimits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * The way in for whoever has a link to pay an invoice. It counts what an address asks for, and much sooner has enough
 * of one that tries links which are none.
 */
@ApplicationScoped
public class PayDoor {
    static final String PATH = "/pay";
    private static final String ATTRIBUTE = PayDoor.class.getName();
    private static final int LOOKS_PER_MINUTE = 60;
    private static final int GUESSES_PER_MINUTE = 10;

    @Inject
    private PayLinks links;
    @Inject
    private RateLimits limits;

    static boolean isMeant(String path) {
        return path.equals(PATH) || path.equals(PATH + ".xhtml") || path.startsWith(PATH + "/");
    }

    /** Behind the last slash, or a parameter of a form that is sent back. */
    private static String token(HttpServletRequest request, String path) {
        return path.startsWith(PATH + "/") && !path.equals(PATH + "/status") ? path.substring(PATH.length() + 1)
                : Optional.ofNullable(request.getParameter("token")).orElse("");
    }

    /** Empty when this address has asked for too much. */
    Optional<Optional<Link>> knock(HttpServletRequest request, String path) {
        var link = links.read(token(request, path));
        var bucket = link.isPresent() ? "pay/" + link.get().tenant() + "/" : "pay-guess/";
        int most = link.isPresent() ? LOOKS_PER_MINUTE : GUESSES_PER_MINUTE;
        if (!limits.take(bucket + request.getRemoteAddr(), most).admitted()) {
            return Optional.empty();
        }
        link.ifPresent(found -> request.setAttribute(ATTRIBUTE, found));
        return Optional.of(link);
    }

    /** What the filter let in. */
    static Optional<Link> link(HttpServletRequest request) {
        return Optional.ofNullable((Link) request.getAttribute(ATTRIBUTE));
    }
}
