package io.weir.paymentgateways.paddle;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.SortedMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Our mark on what travels through Paddle. Its checkout runs in a payer's browser under a public token, and takes what
 * custom data the browser says; Paddle then signs the message that carries it.
 */
record IdSeal(byte[] key) {
    static final String PURPOSE = "paddle-gateway/ids";
    private static final String ALGORITHM = "HmacSHA256";

    String of(SortedMap<String, String> ids) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            // Lengths, so that no two sets of ids are written alike.
            ids.forEach((name, value) -> mac.update((name.length() + ":" + name + value.length() + ":" + value)
                    .getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    boolean isOn(SortedMap<String, String> ids, String seal) {
        return MessageDigest.isEqual(of(ids).getBytes(StandardCharsets.UTF_8), seal.getBytes(StandardCharsets.UTF_8));
    }
}
