package io.weir.webportal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/** Lets Paddle's script, style and frame into the one page that needs them. */
@WebFilter({"/paddle", "/paddle.xhtml"})
public class PaddlePolicy extends HttpFilter {
    private static final String POLICY = "Content-Security-Policy";
    private static final String FILES = " https://cdn.paddle.com https://sandbox-cdn.paddle.com";
    private static final String FRAMES = " https://buy.paddle.com https://sandbox-buy.paddle.com";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(request, new Opened(response));
    }

    /** The usual policy, and Paddle's hosts besides. The script's directive is the usual one's last. */
    static String widened(String usual) {
        return usual.replace("style-src 'self'", "style-src 'self'" + FILES)
                .replace("img-src 'self'", "img-src 'self'" + FILES)
                .replace("script-src 'self'", "frame-src" + FRAMES + "; script-src 'self'" + FILES);
    }

    /** Faces writes the policy while it renders. */
    private static final class Opened extends HttpServletResponseWrapper {
        Opened(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void setHeader(String name, String value) {
            super.setHeader(name, policy(name, value));
        }

        @Override
        public void addHeader(String name, String value) {
            super.addHeader(name, policy(name, value));
        }

        private static String policy(String name, String value) {
            return POLICY.equalsIgnoreCase(name) ? widened(value) : value;
        }
    }
}
