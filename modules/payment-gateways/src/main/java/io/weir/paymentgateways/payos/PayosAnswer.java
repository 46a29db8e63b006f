package io.weir.paymentgateways.payos;

import io.weir.payments.spi.GatewayException;

/** What PayOS answers to everything: a code, words, and on success what was asked for, signed. */
record PayosAnswer(Fields envelope) {
    private static final String FINE = "00";
    private static final String NOT_FOUND = "101";
    private static final String ORDER_CODE_USED = "231";

    /** @throws GatewayException when the bytes are no such answer */
    static PayosAnswer read(int status, byte[] body) {
        try {
            var answer = new PayosAnswer(RawJson.object(body));
            answer.code();
            return answer;
        } catch (IllegalArgumentException e) {
            throw new GatewayException("PayOS answered with status " + status + " and no words that it uses", e);
        }
    }

    boolean isFine() {
        return code().equals(FINE);
    }

    boolean isNotFound() {
        return code().equals(NOT_FOUND);
    }

    boolean isOrderCodeUsed() {
        return code().equals(ORDER_CODE_USED);
    }

    /** @throws GatewayException when PayOS refused */
    Fields unsigned() {
        if (!isFine()) {
            throw refused();
        }
        return envelope.part("data").orElseThrow(() -> new GatewayException("PayOS answered without data", null));
    }

    /** @throws GatewayException when PayOS refused, or the answer is not signed with this key */
    Fields signedWith(String checksumKey) {
        var fields = unsigned();
        if (!(envelope.all().get("signature") instanceof String signature)
                || !PayosSignature.matches(checksumKey, fields, signature)) {
            throw new GatewayException("the signature of PayOS's answer is wrong: is "
                    + PayosAccount.CHECKSUM_KEY + " this channel's?", null);
        }
        return fields;
    }

    GatewayException refused() {
        return new GatewayException("PayOS refused with code " + code() + ": "
                + envelope.text("desc").orElse("no words"), null);
    }

    private String code() {
        return envelope.requiredText("code");
    }
}
