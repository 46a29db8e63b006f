package io.weir.webrest.auth;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.weir.identity.api.NewUser;
import io.weir.webrest.http.Texts;
import jakarta.validation.constraints.NotBlank;

/** A new customer; the name in one piece, or in two as seed C's clients send it. */
public record RegisterRequest(
        @NotBlank(message = "REQUIRED") String email,
        @NotBlank(message = "REQUIRED") String password,
        @JsonAlias("full_name") String fullName,
        @JsonAlias("first_name") String firstName,
        @JsonAlias("last_name") String lastName,
        @JsonAlias("company_name") String companyName,
        @JsonAlias({"phone_number", "phone"}) String phoneNumber) {

    NewUser toNewUser(String locale) {
        return new NewUser(Texts.trimmed(email), password, PersonName.of(fullName, firstName, lastName).orElse(""),
                Texts.given(companyName), Texts.given(phoneNumber), locale);
    }
}
