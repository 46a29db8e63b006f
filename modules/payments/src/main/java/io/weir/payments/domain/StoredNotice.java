package io.weir.payments.domain;

import java.util.Optional;
import java.util.UUID;

/** A notice in the inbox, as it came; {@code result} says what became of it, once it was applied. */
public record StoredNotice(UUID id, String gateway, byte[] body, Optional<String> result) {
}
