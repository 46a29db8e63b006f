package io.weir.identity.api;

import java.util.Optional;

/** What somebody gives to register. Email and password are checked by {@link Users#register}. */
public record NewUser(String email, String password, String fullName, Optional<String> companyName,
        Optional<String> phoneNumber,
                      String locale) {
}
