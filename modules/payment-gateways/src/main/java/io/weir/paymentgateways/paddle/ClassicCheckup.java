package io.weir.paymentgateways.paddle;

import io.weir.payments.spi.Checkup;
import io.weir.payments.spi.GatewayException;
import io.weir.payments.spi.Merchant;
import java.util.Map;

/** Asks for the products, and whether the public key is one. Only Paddle can sign for Classic. */
record ClassicCheckup(ClassicApi api) implements Checkup {
    @Override
    public String ask(Merchant merchant) {
        if (ClassicSignature.key(merchant.required(PaddleSettings.PUBLIC_KEY)).isEmpty()) {
            throw new GatewayException(PaddleSettings.PUBLIC_KEY + " is no RSA public key", null);
        }
        var products = api.post(merchant, "/2.0/product/get_products", Map.of());
        return "Paddle Classic" + (PaddleSettings.isSandbox(merchant) ? " (sandbox)" : "") + ", "
                + products.path("total").asText("no count of") + " products";
    }

    @Override
    public Message testNotice(Merchant merchant, String id) {
        throw new GatewayException("only Paddle has the key that signs for Classic; its dashboard sends test alerts",
                null);
    }
}
