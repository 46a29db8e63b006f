package io.weir.metering.app;

import io.weir.identity.api.CredentialEpoch;
import io.weir.metering.store.JdbcBatchStore;
import io.weir.platform.api.Database;
import io.weir.platform.api.Ids;
import io.weir.platform.api.Time;
import io.weir.tenancy.api.Tenants;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the flushers need of the server: threads, connections, and how many of them there are to be. */
@ApplicationScoped
public class ShardsOfServer {
    /** With the time that a lost connection needs to be noticed, this keeps every answer within about 2 s. */
    private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(1500);

    @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
    private ManagedThreadFactory threads;
    @Resource(lookup = "java:comp/DefaultManagedExecutorService")
    private ManagedExecutorService answering;
    @Inject
    private Database database;
    @Inject
    private CredentialEpoch credentialEpoch;
    @Inject
    private Time time;
    @Inject
    private Tenants tenants;
    @Inject
    private CountedAdmissions tally;
    @Inject
    @ConfigProperty(name = "WEIR_FLUSHERS", defaultValue = "2")
    private int flushers;
    @Inject
    @ConfigProperty(name = "WEIR_ADMISSION_QUEUE", defaultValue = "20000")
    private int queueLength;

    public Shards start() {
        var node = Ids.next();
        var terms = new FlusherTerms(queueLength, PATIENCE_NANOS, time,
                new Months(tenant -> tenants.byId(tenant).zone()), answering, tally);
        var shards = new Shards(flushers, shard -> new JdbcBatchStore(database, credentialEpoch, node, shard), terms);
        shards.start(threads);
        return shards;
    }
}
