package io.weir.webrest.admin;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * Units by hand: {@code quantity} in the meter's unit, below zero to take away; {@code until} absent: for good.
 */
public record GrantRequest(@NotBlank(message = "REQUIRED") String meter,
                           @NotNull(message = "REQUIRED") BigDecimal quantity,
                           @NotBlank(message = "REQUIRED") @Size(max = 500, message = "TOO_LONG") String reason,
                           Instant until) {
}
