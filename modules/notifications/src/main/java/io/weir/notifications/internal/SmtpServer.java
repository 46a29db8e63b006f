package io.weir.notifications.internal;

import java.util.Optional;

/**
 * A mail server to hand mails to. Credentials are used only when both are there. {@code sender} is the From address.
 */
record SmtpServer(String host, int port, boolean startTls, Optional<Credentials> credentials, String sender) {
    /** Does not print its password. */
    record Credentials(String username, String password) {
        @Override
        public String toString() {
            return username;
        }
    }
}
