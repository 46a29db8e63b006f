package io.weir.webadmin;

import io.weir.payments.api.Gateways.View;

/** Whether customers can pay by a gateway, and if not, what is missing. */
enum GatewayState {
    OFFERED("offered", "active"), READY("ready", ""), WAITS_FOR_KEYS("waits", "pending");

    private final String word;
    private final String style;

    GatewayState(String word, String style) {
        this.word = word;
        this.style = style;
    }

    static GatewayState of(View gateway) {
        if (gateway.offered()) {
            return OFFERED;
        }
        return gateway.configured() ? READY : WAITS_FOR_KEYS;
    }

    /** Of its text: {@code gatewayState.ready}. */
    String word() {
        return word;
    }

    /** Of its tag. */
    String style() {
        return style;
    }
}
