package io.weir.paymentgateways.payos;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A payment page to be made. {@code amount}: whole dong. {@code description}: for the payer's transfer, at most nine
 * characters (payos.vn/docs/api: banks that are not linked to PayOS pass on no more).
 */
record PaymentRequest(long orderCode, long amount, String description, String cancelUrl, String returnUrl,
        Optional<Instant> expiresAt) {

    /** These five, whatever else is sent. */
    String signedText() {
        return "amount=" + amount + "&cancelUrl=" + cancelUrl + "&description=" + description + "&orderCode="
                + orderCode + "&returnUrl=" + returnUrl;
    }

    Map<String, Object> signed(String checksumKey) {
        var body = new LinkedHashMap<String, Object>();
        body.put("orderCode", orderCode);
        body.put("amount", amount);
        body.put("description", description);
        body.put("cancelUrl", cancelUrl);
        body.put("returnUrl", returnUrl);
        expiresAt.ifPresent(at -> body.put("expiredAt", seconds(at)));
        body.put("signature", PayosSignature.hex(checksumKey, signedText()));
        return body;
    }

    /** PayOS keeps it in 32 bits. */
    private static long seconds(Instant at) {
        return Math.min(at.getEpochSecond(), Integer.MAX_VALUE);
    }
}
