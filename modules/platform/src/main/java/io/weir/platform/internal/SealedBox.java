package io.weir.platform.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM under keys derived from a master key. A sealed value is: format version (1 byte), id of the key (4
 * bytes), nonce (12 bytes, random), ciphertext with tag. Version, key id and context are authenticated with it.
 */
final class SealedBox {
    static final int MASTER_KEY_BYTES = 32;
    private static final byte VERSION = 1;
    private static final int KEY_ID_BYTES = 4;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int HEAD_BYTES = 1 + KEY_ID_BYTES;
    private static final byte[] NO_SALT = {};
    private static final SecureRandom RANDOM = new SecureRandom();
    private final byte[] masterKey;
    private final SecretKeySpec key;
    private final byte[] head;

    SealedBox(byte[] masterKey) {
        if (masterKey.length != MASTER_KEY_BYTES) {
            throw new IllegalArgumentException("a master key of " + masterKey.length + " bytes");
        }
        this.masterKey = masterKey.clone();
        this.key = new SecretKeySpec(Hkdf.derive(masterKey, NO_SALT, "weir/seal/1"), "AES");
        this.head = ByteBuffer.allocate(HEAD_BYTES).put(VERSION)
                .put(Hkdf.derive(masterKey, NO_SALT, "weir/key-id"), 0, KEY_ID_BYTES).array();
    }

    byte[] seal(byte[] plain, String context) {
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, context).doFinal(plain);
            return ByteBuffer.allocate(HEAD_BYTES + NONCE_BYTES + sealed.length)
                    .put(head).put(nonce).put(sealed).array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot seal a value of " + context, e);
        }
    }

    byte[] open(byte[] sealed, String context) {
        int start = HEAD_BYTES + NONCE_BYTES;
        if (sealed.length < start + TAG_BITS / 8) {
            throw new IllegalStateException("not a sealed value of " + context);
        }
        if (!Arrays.equals(sealed, 0, HEAD_BYTES, head, 0, HEAD_BYTES)) {
            throw new IllegalStateException("a value of " + context + " was sealed under another master key");
        }
        try {
            var nonce = Arrays.copyOfRange(sealed, HEAD_BYTES, start);
            return cipher(Cipher.DECRYPT_MODE, nonce, context).doFinal(sealed, start, sealed.length - start);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a value of " + context + " was changed, or sealed for something else", e);
        }
    }

    /** In a name space of its own: no purpose can yield the sealing key. */
    byte[] derive(String purpose) {
        return Hkdf.derive(masterKey, NO_SALT, "weir/derived/" + purpose);
    }

    private Cipher cipher(int mode, byte[] nonce, String context) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(head);
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
