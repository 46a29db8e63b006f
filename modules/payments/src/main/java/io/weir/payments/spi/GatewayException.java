package io.weir.payments.spi;

/** The provider can't be reached, or answered what it should not. */
public class GatewayException extends RuntimeException {
    public GatewayException(String message, Throwable cause) {
        super(message, cause);
    }
}
