package io.weir.webrest.auth;

import io.weir.identity.api.SignIn;
import io.weir.identity.api.Users;
import io.weir.platform.api.Messages;
import io.weir.webrest.http.Access;
import io.weir.webrest.http.Callers;
import io.weir.webrest.http.Exchange;
import io.weir.webrest.http.Input;
import io.weir.webrest.http.Texts;
import io.weir.webrest.http.Who;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Getting in and out. */
@Path("auth")
@Tag(name = "Sign-in")
@Access(Who.PUBLIC)
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class AuthResource {
    @Inject
    Callers callers;
    @Inject
    Input input;
    @Inject
    Messages messages;
    @Inject
    Users users;
    @Inject
    SignIn signIn;

    @POST
    @Path("register")
    @Operation(summary = "Become a customer of the tenant")
    public Response register(RegisterRequest body) {
        var locale = callers.locale();
        var user = users.register(callers.tenantId(), input.check(body).toNewUser(locale.getLanguage()));
        var person = new Registered.Person(user.id().toString(), user.email(), user.fullName());
        return Response.status(201).entity(new Registered(messages.text(locale, "USER_REGISTERED"), person)).build();
    }

    @POST
    @Path("login")
    @Operation(summary = "Tokens for email and password")
    public TokenAnswer login(LoginRequest body) {
        var email = Texts.trimmed(input.check(body).email());
        return TokenAnswer.of(signIn.signIn(callers.tenantId(), email, body.password(), Exchange.current().device()));
    }

    @POST
    @Path("refresh")
    @Operation(summary = "A new pair for a refresh token, which is used up")
    public TokenAnswer refresh(RefreshRequest body) {
        var token = Texts.trimmed(input.check(body).refreshToken());
        return TokenAnswer.of(signIn.refresh(callers.tenantId(), token, Exchange.current().device()));
    }

    /** The session says which tokens die; a refresh token in the body, as seed C sends it, is of that session. */
    @POST
    @Path("logout")
    @Access(Who.USER)
    @Operation(summary = "End this session on every node")
    public void logout() {
        signIn.signOut(callers.caller());
    }

    /** The answer to a registration. */
    public record Registered(String message, Person user) {
        /** Who it is now. */
        public record Person(String id, String email, String fullName) {
        }
    }
}
