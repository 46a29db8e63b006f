package io.weir.bootstrap.internal;

/** A catalogue file that cannot be taken as it is: says which, where and why, for whoever wrote it. */
final class CatalogueFaultException extends RuntimeException {
    CatalogueFaultException(String message) {
        super(message);
    }

    CatalogueFaultException(String message, Throwable cause) {
        super(message, cause);
    }
}
