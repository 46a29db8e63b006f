package io.weir.webrest.auth;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.weir.identity.api.UserProfile;
import io.weir.identity.api.Users;
import io.weir.webrest.http.Access;
import io.weir.webrest.http.Callers;
import io.weir.webrest.http.Input;
import io.weir.webrest.http.Texts;
import io.weir.webrest.http.Who;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One's own profile. */
@Path("auth/profile")
@Tag(name = "Sign-in")
@Access(Who.USER)
@ApplicationScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ProfileResource {
    @Inject
    Callers callers;
    @Inject
    Users users;

    @GET
    @Operation(summary = "Who I am")
    public Profile profile() {
        return Profile.of(users.profile(callers.tenantId(), callers.caller().requireUser()));
    }

    @PUT
    @Operation(summary = "Change what is given, leave the rest")
    public Profile update(Change body) {
        var change = Input.required(body).toProfileChange();
        return Profile.of(users.update(callers.tenantId(), callers.caller().requireUser(), change));
    }

    /** What may be changed. */
    public record Change(
            @JsonAlias("full_name") String fullName,
            @JsonAlias("first_name") String firstName,
            @JsonAlias("last_name") String lastName,
            @JsonAlias("company_name") String companyName,
            @JsonAlias({"phone_number", "phone"}) String phoneNumber,
            String locale) {

        /** A text of nothing but space is passed on, for the rules to refuse: it was given. */
        Users.ProfileChange toProfileChange() {
            var name = fullName != null ? Optional.of(fullName.strip()) : PersonName.of(null, firstName, lastName);
            return new Users.ProfileChange(name, Optional.ofNullable(Texts.trimmed(companyName)),
                    Optional.ofNullable(Texts.trimmed(phoneNumber)), Optional.ofNullable(Texts.trimmed(locale)));
        }
    }

    /** A person's profile as that person sees it. */
    public record Profile(String id, String email, String fullName, Optional<String> companyName,
                          Optional<String> phoneNumber, String locale, String role, Instant createdAt,
                          Optional<Instant> lastLoginAt) {
        static Profile of(UserProfile user) {
            return new Profile(user.id().toString(), user.email(), user.fullName(), user.companyName(),
                    user.phoneNumber(), user.locale(), RoleWord.of(user.role()), user.createdAt(), user.lastLoginAt());
        }
    }
}
