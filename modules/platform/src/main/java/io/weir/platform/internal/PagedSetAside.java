package io.weir.platform.internal;

import io.weir.kernel.api.TenantId;
import io.weir.platform.api.SetAside;
import io.weir.platform.api.Time;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/**
 * A page that fails is tried in halves, down to the piece whose fault it is. What is aside is a row; one that is not
 * due any more at the end of a run has been done, or was withdrawn.
 */
@ApplicationScoped
public class PagedSetAside implements SetAside {
    /** Few enough that its locks are held for a moment and a crash loses little; many share a round trip. */
    private static final int PAGE = 100;
    /** Beyond this it is not the pieces' own fault. */
    private static final int MOST_ASIDE = 1000;
    private static final int MOST_SHOWN = 200;
    private static final Logger LOG = System.getLogger(PagedSetAside.class.getName());
    private final AsideRows rows;
    private final Time time;

    protected PagedSetAside() {
        this(null, null);
    }

    @Inject
    public PagedSetAside(AsideRows rows, Time time) {
        this.rows = rows;
        this.time = time;
    }

    @Override
    public boolean workOff(TenantId tenant, String job, Pieces pieces, BooleanSupplier goOn) {
        return new Run(tenant, job, pieces, time.now()).untilDone(goOn);
    }

    @Override
    public List<Piece> of(TenantId tenant) {
        return rows.of(tenant, MOST_SHOWN);
    }

    @Override
    public boolean retry(TenantId tenant, UUID id) {
        return rows.retry(tenant, id, time.now());
    }

    private final class Run {
        private final TenantId tenant;
        private final String job;
        private final Pieces pieces;
        private final Instant begun;
        private final Set<UUID> aside;
        private final Set<UUID> done = new HashSet<>();

        private Run(TenantId tenant, String job, Pieces pieces, Instant begun) {
            this.tenant = tenant;
            this.job = job;
            this.pieces = pieces;
            this.begun = begun;
            this.aside = new HashSet<>(rows.resting(tenant, job, begun));
        }

        private boolean untilDone(BooleanSupplier goOn) {
            boolean more = true;
            while (more && goOn.getAsBoolean() && !Thread.currentThread().isInterrupted()) {
                int asked = PAGE + aside.size();
                var due = pieces.due(asked);
                var page = due.stream().filter(piece -> !aside.contains(piece) && isNew(piece)).limit(PAGE).toList();
                attempt(page);
                more = due.size() >= asked;
            }
            if (!more) {
                rows.forget(tenant, job, begun);
            }
            return !more;
        }

        /** One that is due again although it was done would be done for ever: it has its next turn in the next run. */
        private boolean isNew(UUID piece) {
            boolean first = !done.contains(piece);
            if (!first) {
                LOG.log(Level.WARNING, "{0} has done {1} of tenant {2}, and it is due again", job, piece, tenant);
                skip(piece, null);
            }
            return first;
        }

        private void attempt(List<UUID> page) {
            if (page.isEmpty()) {
                return;
            }
            try {
                pieces.work(page);
                done.addAll(page);
            } catch (RuntimeException e) {
                if (page.size() == 1) {
                    putAside(page.get(0), e);
                } else {
                    attempt(page.subList(0, page.size() / 2));
                    attempt(page.subList(page.size() / 2, page.size()));
                }
            }
        }

        private void putAside(UUID piece, RuntimeException why) {
            var error = FailureSummary.of(why);
            rows.put(new AsideRows.Failed(tenant, job, piece, error), time.now());
            LOG.log(Level.WARNING, "{0} put {1} of tenant {2} aside: {3}", job, piece, tenant, error);
            LOG.log(Level.DEBUG, job + " " + piece, why);
            skip(piece, why);
        }

        private void skip(UUID piece, RuntimeException why) {
            aside.add(piece);
            if (aside.size() > MOST_ASIDE) {
                throw new IllegalStateException(job + " put more than " + MOST_ASIDE + " aside", why);
            }
        }
    }
}
