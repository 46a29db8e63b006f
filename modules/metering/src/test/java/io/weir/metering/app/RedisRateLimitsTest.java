package io.weir.metering.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lettuce.core.RedisClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import redis.embedded.RedisServer;

/** Three nodes and a real Redis. */
@Timeout(30)
class RedisRateLimitsTest {
    private static final int LIMIT = 60;
    /** What a bucket of that limit wins back while the slowest of these tests runs. */
    private static final int REFILLED_MEANWHILE = 5;
    private static int port;
    private static RedisServer redis;
    private final List<ConfiguredBuckets> nodes = new ArrayList<>();
    private final String bucket = UUID.randomUUID().toString();

    @BeforeAll
    static void startRedis() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        redis = newRedis();
        redis.start();
    }

    @AfterAll
    static void stopRedis() throws IOException {
        redis.stop();
    }

    @BeforeEach
    void threeNodes() {
        IntStream.range(0, 3).forEach(i -> nodes.add(node("redis://127.0.0.1:" + port)));
    }

    @AfterEach
    void closeNodes() {
        nodes.forEach(ConfiguredBuckets::close);
    }

    @Test
    void threeNodesLetThroughWhatOneDoes() {
        for (int i = 0; i < LIMIT; i++) {
            var verdict = nodes.get(i % 3).take(bucket, LIMIT);
            assertThat(verdict.admitted()).isTrue();
            assertThat(verdict.remaining()).isBetween(LIMIT - i - 1L, LIMIT - i - 1L + REFILLED_MEANWHILE);
        }
        assertThat(admitted(LIMIT)).isLessThanOrEqualTo(REFILLED_MEANWHILE);
        assertThat(nodes).allSatisfy(node -> assertThat(node.take(bucket, LIMIT).admitted()).isFalse());
        assertThat(nodes.get(0).take("another" + bucket, LIMIT).admitted()).isTrue();
    }

    @Test
    void alsoAllAtOnce() throws Exception {
        assertThat(admittedAtOnce(300)).isBetween(LIMIT, LIMIT + REFILLED_MEANWHILE);
    }

    @Test
    void aNewLimitKeepsTheShareThatIsLeftWhicheverNodeHearsOfItFirst() {
        IntStream.range(0, 30).forEach(i -> nodes.get(0).take(bucket, LIMIT));
        assertThat(nodes.get(1).take(bucket, 10 * LIMIT).remaining()).isBetween(299L, 340L);
        assertThat(nodes.get(0).take(bucket, 10 * LIMIT).remaining()).isBetween(298L, 340L);
        assertThat(nodes.get(2).take(bucket, LIMIT).remaining()).isBetween(28L, 35L);
    }

    @Test
    void withoutRedisEachNodeCountsForItselfUntilItIsBack() throws IOException {
        exhaust();
        redis.stop();
        try {
            assertThat(nodes).allSatisfy(node -> assertThat(node.take(bucket, LIMIT).remaining()).isEqualTo(LIMIT - 1));
            nodes.add(node("redis://127.0.0.1:" + port));
            assertThat(nodes.get(3).take(bucket, LIMIT).admitted()).as("one that starts now").isTrue();
        } finally {
            redis = newRedis();
            redis.start();
        }
        long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!isShared() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        assertThat(isShared()).isTrue();
    }

    @Test
    void aRedisThatIsSlowIsNotWaitedFor() {
        var hurried = new ConfiguredBuckets(Optional.of("redis://127.0.0.1:" + port), Optional.empty(), "100ms");
        nodes.add(hurried);
        hurried.take(UUID.randomUUID().toString(), LIMIT);
        var client = RedisClient.create("redis://127.0.0.1:" + port);
        try (var connection = client.connect()) {
            connection.sync().clientPause(1_000);
            long asked = System.nanoTime();
            assertThat(hurried.take(bucket, LIMIT).remaining()).isEqualTo(LIMIT - 1);
            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofMillis(800));
        } finally {
            client.shutdown(Duration.ZERO, Duration.ofSeconds(1));
        }
    }

    @Test
    void whatIsNoAddressIsRefusedWithoutTellingIt() {
        assertThatThrownBy(() -> node("http://:secret@127.0.0.1")).hasMessageContaining("WEIR_REDIS_URL")
                .hasMessageNotContaining("secret").hasNoCause();
    }

    /** On a bucket of its own: what one node takes, the next one sees. */
    private boolean isShared() {
        var fresh = UUID.randomUUID().toString();
        var left = nodes.stream().limit(3).map(node -> node.take(fresh, LIMIT).remaining()).toList();
        return left.equals(List.of(LIMIT - 1L, LIMIT - 2L, LIMIT - 3L));
    }

    private void exhaust() {
        IntStream.range(0, LIMIT + REFILLED_MEANWHILE).forEach(i -> nodes.get(i % 3).take(bucket, LIMIT));
    }

    private int admitted(int requests) {
        return (int) IntStream.range(0, requests).filter(i -> nodes.get(i % 3).take(bucket, LIMIT).admitted()).count();
    }

    private int admittedAtOnce(int requests) throws Exception {
        var threads = Executors.newFixedThreadPool(24);
        try {
            var questions = IntStream.range(0, requests).<Callable<Boolean>>mapToObj(i ->
                    () -> nodes.get(i % 3).take(bucket, LIMIT).admitted()).toList();
            int admitted = 0;
            for (Future<Boolean> answer : threads.invokeAll(questions)) {
                admitted += answer.get() ? 1 : 0;
            }
            return admitted;
        } finally {
            threads.shutdown();
            assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    /** Patient, so that a busy machine is not taken for a Redis that is down. */
    private static ConfiguredBuckets node(String url) {
        return new ConfiguredBuckets(Optional.of(url), Optional.empty(), "2s");
    }

    private static RedisServer newRedis() throws IOException {
        return RedisServer.newRedisServer().port(port).bind("127.0.0.1").setting("save \"\"")
                .setting("appendonly no").build();
    }
}
