package io.weir.webrest.auth;

import com.fasterxml.jackson.annotation.JsonAlias;
import jakarta.validation.constraints.NotBlank;

/** A refresh token, good for one new pair. */
public record RefreshRequest(@NotBlank(message = "REQUIRED") @JsonAlias("refresh_token") String refreshToken) {
}
