package io.weir.payments.app;

import io.weir.payments.domain.NoticeNames;
import io.weir.payments.spi.Fact;
import io.weir.payments.spi.Gateway;
import io.weir.payments.spi.Notice;
import io.weir.payments.spi.UnreadableNoticeException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What a genuine message says; one that says nothing we can read, or whose names are too long to be kept, is kept all
 * the same, for a person.
 */
final class ReadNotice {
    static final String UNREADABLE = "unreadable";

    private ReadNotice() {
    }

    static Notice of(Gateway gateway, byte[] body) {
        try {
            var notice = gateway.read(body);
            return NoticeNames.fit(notice.fact()) ? notice : unreadable(body);
        } catch (UnreadableNoticeException e) {
            return unreadable(body);
        }
    }

    private static Notice unreadable(byte[] body) {
        return new Notice(UNREADABLE + "-" + sha256(body), UNREADABLE, Optional.empty(), Fact.Nothing.AT_ALL);
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
