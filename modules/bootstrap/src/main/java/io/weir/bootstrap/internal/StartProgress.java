package io.weir.bootstrap.internal;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * How far this node has come with starting; asked by the health checks, which must not wait for a start that is under
 * way.
 */
@ApplicationScoped
public class StartProgress {
    private volatile boolean migrated;
    private volatile boolean loaded;

    public void migrated() {
        migrated = true;
    }

    public void loaded() {
        loaded = true;
    }

    public boolean isMigrated() {
        return migrated;
    }

    public boolean isLoaded() {
        return loaded;
    }
}
