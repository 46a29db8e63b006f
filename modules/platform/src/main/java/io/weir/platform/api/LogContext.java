package io.weir.platform.api;

/**
 * Members that every log line of this thread carries, such as {@code requestId}; in JSON logs they begin with {@code
 * ext_}.
 */
public interface LogContext {
    /** A null or blank value takes the member away. */
    void put(String name, String value);

    /** Takes away all that this thread has put: threads are pooled, and the next request is somebody else's. */
    void clear();
}
