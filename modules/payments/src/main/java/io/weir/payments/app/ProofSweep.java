package io.weir.payments.app;

import io.weir.payments.store.ProofRows;
import io.weir.platform.api.ObjectStore;
import io.weir.platform.api.ObjectStore.Listed;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Compares the store with the database, page by page, and deletes files that no row names. Files of the last day are
 * let be: their row may be on its way, or the two clocks differ.
 */
@ApplicationScoped
public class ProofSweep {
    private static final Logger LOG = Logger.getLogger(ProofSweep.class.getName());
    private static final Duration YOUNG = Duration.ofDays(1);
    private static final int PAGE = 500;

    @Inject
    ObjectStore objects;
    @Inject
    ProofRows proofs;
    @Inject
    Time time;

    public int orphans(String folder) {
        int deleted = 0;
        var page = objects.list(folder, "", PAGE);
        while (!page.isEmpty() && !Thread.currentThread().isInterrupted()) {
            deleted += delete(page);
            page = objects.list(folder, page.get(page.size() - 1).key(), PAGE);
        }
        return deleted;
    }

    private int delete(List<Listed> page) {
        var before = time.now().minus(YOUNG);
        var old = page.stream().filter(one -> one.changedAt().isBefore(before)).map(Listed::key).toList();
        var known = proofs.known(old);
        var orphans = old.stream().filter(key -> !known.contains(key)).toList();
        orphans.forEach(key -> {
            objects.delete(key);
            LOG.log(Level.INFO, "file {0} belonged to nothing and is deleted", key);
        });
        return orphans.size();
    }
}
