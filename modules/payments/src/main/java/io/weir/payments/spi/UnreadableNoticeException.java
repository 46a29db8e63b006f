package io.weir.payments.spi;

/** A message that its gateway's signature vouches for, and that says nothing in that gateway's language. */
public class UnreadableNoticeException extends RuntimeException {
    public UnreadableNoticeException(String message) {
        super(message);
    }

    public UnreadableNoticeException(String message, Throwable cause) {
        super(message, cause);
    }
}
