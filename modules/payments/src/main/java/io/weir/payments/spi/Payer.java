package io.weir.payments.spi;

import io.weir.kernel.api.AccountId;
import java.util.Optional;

/** An account as a gateway's customer. {@code customer}: the gateway's own name for it, once there is one. */
public record Payer(AccountId account, String name, String email, Optional<String> customer) {
}
