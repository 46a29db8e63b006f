package io.weir.platform.internal;

import io.weir.platform.api.Installation;
import io.weir.platform.api.ObjectStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import org.eclipse.microprofile.config.Config;

/** Chooses the object store: a bucket when one is configured, else the folder {@code objects} of this installation. */
@ApplicationScoped
public class ConfiguredObjects {
    @Produces
    @ApplicationScoped
    ObjectStore objects(Config config, Installation installation) {
        return S3Settings.of(config).<ObjectStore>map(S3Objects::new)
                .orElseGet(() -> new FolderObjects(installation.home().resolve("objects")));
    }

    void close(@Disposes ObjectStore objects) throws Exception {
        if (objects instanceof AutoCloseable open) {
            open.close();
        }
    }
}
