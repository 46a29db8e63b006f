package io.weir.platform.api;

/** The object store cannot be reached, refuses us, or is full. */
public class ObjectStoreException extends RuntimeException {
    public ObjectStoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
