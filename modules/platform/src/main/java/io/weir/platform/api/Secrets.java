package io.weir.platform.api;

/**
 * Encrypts what must be kept but not read: AES-256-GCM under the installation's master key ({@code WEIR_MASTER_KEY}).
 */
public interface Secrets {
    /** @param context what it belongs to (bound as associated data, so that a value cannot be moved to another row) */
    byte[] seal(byte[] plain, String context);

    /** @throws IllegalStateException when the value was sealed under another key or for another context */
    byte[] open(byte[] sealed, String context);

    /** A key for one purpose, derived from the master key: stable as long as the master key is. 32 bytes. */
    byte[] derive(String purpose);
}
