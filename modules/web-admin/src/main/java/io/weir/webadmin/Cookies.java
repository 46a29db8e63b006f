package io.weir.webadmin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Optional;

/** The console's two cookies, valid below its own path only: the portal never sees an administrator's session. */
final class Cookies {
    static final String SESSION = "weir_admin_session";
    static final String TENANT = "weir_admin_tenant";

    private Cookies() {
    }

    static Optional<String> read(HttpServletRequest request, String name) {
        return Arrays.stream(Optional.ofNullable(request.getCookies()).orElse(new Cookie[0]))
                .filter(c -> c.getName().equals(name)).map(Cookie::getValue).filter(v -> !v.isBlank()).findFirst();
    }

    /** @param seconds its life; -1 until the browser closes */
    static void write(HttpServletResponse response, HttpServletRequest request, String name, String value,
                      int seconds) {
        var cookie = new Cookie(name, value);
        cookie.setPath(request.getContextPath());
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setMaxAge(seconds);
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }

    static void remove(HttpServletResponse response, HttpServletRequest request, String name) {
        write(response, request, name, "", 0);
    }
}
