package io.weir.platform.internal;

import io.weir.platform.api.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Seals under the installation's master key, which is fetched at first use and then kept. */
@ApplicationScoped
public class MasterKeySecrets implements Secrets {
    private final MasterKey masterKey;
    private volatile SealedBox box;

    protected MasterKeySecrets() {
        this(null);
    }

    @Inject
    public MasterKeySecrets(MasterKey masterKey) {
        this.masterKey = masterKey;
    }

    @Override
    public byte[] seal(byte[] plain, String context) {
        return box().seal(plain, context);
    }

    @Override
    public byte[] open(byte[] sealed, String context) {
        return box().open(sealed, context);
    }

    @Override
    public byte[] derive(String purpose) {
        return box().derive(purpose);
    }

    private SealedBox box() {
        if (box == null) {
            box = new SealedBox(masterKey.bytes());
        }
        return box;
    }
}
