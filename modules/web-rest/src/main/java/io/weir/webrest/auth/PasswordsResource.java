package io.weir.webrest.auth;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.weir.identity.api.Passwords;
import io.weir.platform.api.Messages;
import io.weir.webrest.http.Access;
import io.weir.webrest.http.Callers;
import io.weir.webrest.http.Input;
import io.weir.webrest.http.Texts;
import io.weir.webrest.http.Who;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Changing a password, and getting back in without it. */
@Path("auth")
@Tag(name = "Sign-in")
@Access(Who.PUBLIC)
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PasswordsResource {
    @Inject
    Callers callers;
    @Inject
    Input input;
    @Inject
    Messages messages;
    @Inject
    Passwords passwords;

    @POST
    @Path("change-password")
    @Access(Who.USER)
    @Operation(summary = "Change the password; other sessions end")
    public void change(Change body) {
        passwords.change(callers.caller(), input.check(body).currentPassword(), body.newPassword());
    }

    @POST
    @Path("forgot-password")
    @Operation(summary = "Mail a link for a new password; never says whether the email is known")
    public Response forgot(Forgotten body) {
        passwords.forgot(callers.tenantId(), Texts.trimmed(input.check(body).email()));
        return Response.status(202).entity(Map.of("message", messages.text(callers.locale(), "RESET_MAIL_PROMISED")))
                .build();
    }

    @POST
    @Path("reset-password")
    @Operation(summary = "Set a new password with the token of the mail; all sessions end")
    public void reset(Reset body) {
        passwords.reset(callers.tenantId(), Texts.trimmed(input.check(body).token()), body.password());
    }

    /** The old and the new one. */
    public record Change(@NotBlank(message = "REQUIRED") @JsonAlias("current_password") String currentPassword,
                         @NotBlank(message = "REQUIRED") @JsonAlias("new_password") String newPassword) {
    }

    /** Whose is forgotten. */
    public record Forgotten(@NotBlank(message = "REQUIRED") String email) {
    }

    /** The mail's token and the new password. */
    public record Reset(@NotBlank(message = "REQUIRED") String token,
                        @NotBlank(message = "REQUIRED") @JsonAlias({"newPassword", "new_password"}) String password) {
    }
}
