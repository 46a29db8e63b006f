package io.weir.webrest.chat;

/** The upstream did not answer as it should. */
final class UpstreamException extends RuntimeException {
    private final boolean aboutTheQuestion;

    UpstreamException(String message) {
        this(message, false);
    }

    private UpstreamException(String message, boolean aboutTheQuestion) {
        super(message);
        this.aboutTheQuestion = aboutTheQuestion;
    }

    static UpstreamException ofStatus(int status) {
        return new UpstreamException("answered " + status, status < 500);
    }

    /** A server that refuses a question is alive. */
    boolean isAboutTheQuestion() {
        return aboutTheQuestion;
    }
}
