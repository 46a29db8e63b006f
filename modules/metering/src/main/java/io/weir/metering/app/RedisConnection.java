package io.weir.metering.app;

import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The one connection of this node, made at first use by whoever comes first; the others wait for it. One that breaks
 * mends itself, and commands fail at once meanwhile.
 */
final class RedisConnection implements AutoCloseable {
    /** Longer than a command may take: the first one also loads classes, and resolves and authenticates. */
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(2);
    private static final Duration RECONNECT_AFTER = Duration.ofMillis(250);
    private static final Duration LINGER = Duration.ofSeconds(10);
    private static final int THREADS = 2;
    private final RedisURI address;
    private final Duration timeout;
    private ClientResources threads;
    private RedisClient client;
    private CompletableFuture<StatefulRedisConnection<String, byte[]>> attempt;
    private ProxyManager<String> buckets;
    private boolean closed;

    /** @throws IllegalArgumentException when that is not the address of a Redis */
    RedisConnection(String address, Duration timeout) {
        this.address = RedisURI.create(address);
        this.address.setTimeout(CONNECT_WITHIN);
        this.timeout = timeout;
    }

    /** Fails when there is none within two seconds. */
    ProxyManager<String> buckets() {
        var connecting = attempt();
        try {
            return over(connecting.get(CONNECT_WITHIN.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            forget(connecting);
            throw new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw new IllegalStateException("no connection to Redis within " + CONNECT_WITHIN, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (client != null) {
            client.shutdown(Duration.ZERO, CONNECT_WITHIN);
            threads.shutdown(0, CONNECT_WITHIN.toMillis(), TimeUnit.MILLISECONDS).syncUninterruptibly();
        }
    }

    private synchronized CompletableFuture<StatefulRedisConnection<String, byte[]>> attempt() {
        if (closed) {
            throw new IllegalStateException("closed");
        }
        if (client == null) {
            start();
        }
        if (attempt == null) {
            var codec = RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE);
            attempt = client.connectAsync(codec, address).toCompletableFuture();
        }
        return attempt;
    }

    private void start() {
        threads = DefaultClientResources.builder().ioThreadPoolSize(THREADS).computationThreadPoolSize(THREADS)
                .reconnectDelay(Delay.constant(RECONNECT_AFTER)).build();
        client = RedisClient.create(threads);
        client.setOptions(ClientOptions.builder().disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .socketOptions(SocketOptions.builder().connectTimeout(CONNECT_WITHIN).keepAlive(true).build())
                .timeoutOptions(TimeoutOptions.enabled(timeout)).build());
    }

    /** Buckets that nobody touches are gone a little after they would be full again. */
    private synchronized ProxyManager<String> over(StatefulRedisConnection<String, byte[]> connection) {
        if (buckets == null) {
            buckets = Bucket4jLettuce.casBasedBuilder(connection).requestTimeout(timeout)
                    .expirationAfterWrite(ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(LINGER))
                    .build();
        }
        return buckets;
    }

    private synchronized void forget(CompletableFuture<?> failed) {
        if (attempt == failed) {
            attempt = null;
        }
    }
}
