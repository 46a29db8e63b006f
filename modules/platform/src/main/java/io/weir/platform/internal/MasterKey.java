package io.weir.platform.internal;

import io.weir.platform.api.Installation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The 32 bytes that everything sealed rests on: configured, or in demo made once and kept in a file of the owner. */
@ApplicationScoped
public class MasterKey {
    static final String SETTING = "WEIR_MASTER_KEY";
    private static final String FILE = "master.key";
    private final Optional<String> configured;
    private final Installation installation;

    protected MasterKey() {
        this(Optional.empty(), null);
    }

    @Inject
    public MasterKey(@ConfigProperty(name = SETTING) Optional<String> configured, Installation installation) {
        this.configured = configured;
        this.installation = installation;
    }

    public synchronized byte[] bytes() {
        if (configured.isPresent()) {
            return decoded(configured.get(), SETTING);
        }
        if (installation.isProduction()) {
            throw new IllegalStateException(SETTING + " is not set: production needs 32 random bytes in base64,"
                    + " the same on every node and kept as long as the database");
        }
        var file = installation.home().resolve(FILE);
        return decoded(OwnerOnlyFile.readOrCreate(file, MasterKey::random), file.toString());
    }

    static boolean isUsable(String text) {
        try {
            return Base64.getDecoder().decode(text.trim()).length == SealedBox.MASTER_KEY_BYTES;
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    private static byte[] decoded(String text, String where) {
        if (!isUsable(text)) {
            throw new IllegalStateException(where + " is not the base64 text of 32 bytes");
        }
        return Base64.getDecoder().decode(text.trim());
    }

    private static String random() {
        var bytes = new byte[SealedBox.MASTER_KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
