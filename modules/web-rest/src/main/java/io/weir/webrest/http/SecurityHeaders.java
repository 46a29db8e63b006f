package io.weir.webrest.http;

import jakarta.servlet.http.HttpServletResponse;

/**
 * The headers that every answer carries. The content policy is for JSON: nothing may be loaded; pages set their own.
 */
public final class SecurityHeaders {
    /** A page of ours: its own style sheet, no script, and a form that may lead to the merchant's site. */
    private static final String PAGE_POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; "
            + "form-action 'self' https: http:; base-uri 'none'; frame-ancestors 'none'";

    /** A file that somebody sent: nothing in it may run, wherever it is opened. */
    private static final String FILE_POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'";

    private SecurityHeaders() {
    }

    static void apply(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Strict-Transport-Security", "max-age=31536000");
        response.setHeader("Cache-Control", "no-store");
    }

    public static void forPage(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", PAGE_POLICY);
    }

    /** Kept by nobody on the way, and by the browser not at all. */
    public static void forFile(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", FILE_POLICY);
        response.setHeader("Cache-Control", "private, no-store");
    }
}
