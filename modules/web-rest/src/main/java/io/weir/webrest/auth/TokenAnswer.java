package io.weir.webrest.auth;

import io.weir.identity.api.SignIn.Tokens;

/** A pair of tokens and whose they are; {@code expiresIn} is the access token's life in seconds. */
public record TokenAnswer(String accessToken, String refreshToken, String tokenType, long expiresIn, Person user) {
    static TokenAnswer of(Tokens tokens) {
        var user = tokens.user();
        return new TokenAnswer(tokens.accessToken(), tokens.refreshToken(), "Bearer", tokens.expiresIn(),
                new Person(user.id().toString(), user.email(), RoleWord.of(user.role()), user.fullName()));
    }

    /** The person, in short. */
    public record Person(String id, String email, String role, String displayName) {
    }
}
