package io.weir.paymentgateways.paddle;

import io.weir.payments.spi.UnreadableNoticeException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;

/**
 * Classic signs with RSA (PKCS#1 v1.5, SHA-1) over all fields of the form. There is no time in it: a message never
 * ages, and only its {@code alert_id} tells a repetition.
 */
final class ClassicSignature {
    private static final String ALGORITHM = "SHA1withRSA";
    private static final String PEM = "-----";

    private ClassicSignature() {
    }

    static boolean matches(String publicKey, byte[] body) {
        try {
            var form = ClassicForm.of(body);
            var signature = form.field(ClassicForm.SIGNATURE).flatMap(ClassicSignature::canonical);
            var key = key(publicKey);
            return signature.isPresent() && key.isPresent() && verified(key.get(), signature.get(), form.signed());
        } catch (UnreadableNoticeException notAForm) {
            return false;
        }
    }

    /** Base64 of a PEM file, base64 of its DER, or the PEM itself. Empty for what is no RSA public key. */
    static Optional<PublicKey> key(String text) {
        try {
            var der = text.contains(PEM) ? derOfPem(text) : Base64.getMimeDecoder().decode(text);
            var inner = new String(der, StandardCharsets.ISO_8859_1);
            var spec = new X509EncodedKeySpec(inner.startsWith(PEM) ? derOfPem(inner) : der);
            return Optional.of(KeyFactory.getInstance("RSA").generatePublic(spec));
        } catch (GeneralSecurityException | IllegalArgumentException noKey) {
            return Optional.empty();
        }
    }

    private static byte[] derOfPem(String pem) {
        return Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]{1,40}-----", ""));
    }

    /** Only as Paddle writes it: another spelling of the same bytes is another message. */
    private static Optional<byte[]> canonical(String base64) {
        try {
            var bytes = Base64.getDecoder().decode(base64);
            return Optional.of(bytes).filter(b -> Base64.getEncoder().encodeToString(b).equals(base64));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static boolean verified(PublicKey key, byte[] signature, byte[] signed) {
        try {
            var rsa = Signature.getInstance(ALGORITHM);
            rsa.initVerify(key);
            rsa.update(signed);
            return rsa.verify(signature);
        } catch (GeneralSecurityException notASignature) {
            return false;
        }
    }
}
