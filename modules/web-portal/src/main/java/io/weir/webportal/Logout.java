package io.weir.webportal;

import io.weir.identity.api.SignIn;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Signing out: the session ends in the database, so that its cookie is worth nothing wherever it was copied. */
@WebServlet("/logout")
public class Logout extends HttpServlet {
    @Inject
    private SignIn signIn;
    @Inject
    private Visitor visitor;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (visitor.isSignedIn()) {
            signIn.signOut(visitor.caller());
        }
        Cookies.remove(response, request, Cookies.SESSION);
        if (request.getSession(false) != null) {
            request.getSession(false).invalidate();
        }
        response.sendRedirect(request.getContextPath() + "/");
    }
}
