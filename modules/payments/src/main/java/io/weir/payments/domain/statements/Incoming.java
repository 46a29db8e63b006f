package io.weir.payments.domain.statements;

import io.weir.kernel.api.Money;
import java.util.UUID;

/** An open line, with everything that was written on it. */
public record Incoming(UUID line, Money amount, String words) {
}
