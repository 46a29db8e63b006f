package io.weir.identity.domain;

import java.nio.ByteBuffer;

/** The SHA-256 of a whole credential as four words: a map key from which the credential cannot be had back. */
public record Fingerprint(long first, long second, long third, long fourth) {
    public static Fingerprint of(String credential) {
        var words = ByteBuffer.wrap(Sha256.bytes(credential));
        return new Fingerprint(words.getLong(), words.getLong(), words.getLong(), words.getLong());
    }

    /** The words are uniformly random already. */
    @Override
    public int hashCode() {
        return (int) first;
    }
}
