package io.weir.platform.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HKDF-SHA256 (RFC 5869) for outputs of 32 bytes, which is one round of expansion; the JDK has it only from 25 on. */
final class Hkdf {
    static final int LENGTH = 32;
    private static final String HMAC = "HmacSHA256";

    private Hkdf() {
    }

    static byte[] derive(byte[] secret, byte[] salt, String info) {
        var pseudoRandomKey = hmac(salt.length == 0 ? new byte[LENGTH] : salt, secret);
        var text = info.getBytes(StandardCharsets.UTF_8);
        var block = new byte[text.length + 1];
        System.arraycopy(text, 0, block, 0, text.length);
        block[text.length] = 1;
        return hmac(pseudoRandomKey, block);
    }

    private static byte[] hmac(byte[] key, byte[] message) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
