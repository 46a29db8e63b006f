package io.weir.platform.api;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Files that are too large for a row, by key: in an S3 bucket or in a folder of this installation, as it is configured.
 * A key is segments of {@code A-Za-z0-9._-} between slashes, at most 200 characters, no segment beginning with a dot,
 * and no key is a folder of another. What is put is there whole or not at all; it takes part in no transaction. What
 * goes wrong there is an {@link ObjectStoreException}; a key that is none is an {@link IllegalArgumentException}.
 */
public interface ObjectStore {
    /** Replaces what was there. */
    void put(String key, byte[] bytes, String mediaType);

    /** For what does not fit into memory. Reads exactly {@code length} bytes and leaves the stream open. */
    void put(String key, Content content);

    /** To be closed by the caller. */
    Optional<Content> get(String key);

    boolean exists(String key);

    /** Quiet when there is nothing. */
    void delete(String key);

    /** In the order of keys, beginning behind {@code after} (empty is from the start). */
    List<Listed> list(String prefix, String after, int most);

    /**
     * Where anybody can read it for a while, without passing it through here. Empty where the store has no such
     * addresses; then the caller has to pass it on.
     */
    Optional<URI> presignedGet(String key, Duration validity);

    /** {@code length} in bytes. */
    record Content(InputStream bytes, long length, String mediaType) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            bytes.close();
        }
    }

    /** {@code changedAt}: when it was last put. */
    record Listed(String key, Instant changedAt) {
    }
}
