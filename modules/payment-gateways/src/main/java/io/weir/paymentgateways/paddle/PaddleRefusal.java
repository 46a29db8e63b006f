package io.weir.paymentgateways.paddle;

import io.weir.payments.spi.GatewayException;

/** Paddle answered, and said no. {@code status}: of HTTP; {@code code}: Paddle's word or number for why. */
class PaddleRefusal extends GatewayException {
    private static final long serialVersionUID = 1L;
    private final int status;
    private final String code;

    PaddleRefusal(int status, String code, String detail) {
        super("Paddle refused: " + code + ", " + detail, null);
        this.status = status;
        this.code = code;
    }

    String code() {
        return code;
    }

    boolean isNotFound() {
        return status == 404;
    }

    /** Whether another try of the same could help: keys, limits and outages, not what was asked. */
    boolean isPassing() {
        return status == 401 || status == 403 || status == 429 || status >= 500;
    }
}
