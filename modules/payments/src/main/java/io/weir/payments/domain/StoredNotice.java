package io.weir.payments.domain;

import io.weir.payments.spi.Notice;
import java.util.Optional;

/** A notice in the inbox; {@code result} says what became of it, once it was applied. */
public record StoredNotice(String id, String gateway, Notice notice, Optional<String> result) {
}
