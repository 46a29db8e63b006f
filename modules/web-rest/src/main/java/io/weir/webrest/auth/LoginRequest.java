package io.weir.webrest.auth;

import jakarta.validation.constraints.NotBlank;

/** Who wants in. */
public record LoginRequest(@NotBlank(message = "REQUIRED") String email,
                           @NotBlank(message = "REQUIRED") String password) {
}
