package io.weir.payments.spi;

import java.util.Map;

/** Gateways whose keys and notices can be tried without money. */
public interface Checkup {
    /**
     * Asks the provider something harmless.
     *
     * @return a few words on what answered, such as the account's name
     * @throws GatewayException when the keys are wrong or nobody answers
     */
    String ask(Merchant merchant);

    /** A signed message of no consequence, as the provider would send it. */
    Message testNotice(Merchant merchant, String id);

    /** As it travels; {@code headers} include the content type. */
    record Message(Map<String, String> headers, byte[] body) {
    }
}
