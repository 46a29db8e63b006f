package io.weir.webrest.chat;

/** The upstream did not answer as it should. */
final class UpstreamException extends RuntimeException {
    UpstreamException(String message) {
        super(message);
    }
}
