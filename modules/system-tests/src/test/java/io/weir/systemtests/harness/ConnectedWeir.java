package io.weir.systemtests.harness;

import com.icegreen.greenmail.util.ServerSetup;
import io.weir.liberty.EmbeddedMariaDb;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import redis.embedded.RedisServer;

/**
 * Weir with all that may stand beside it: a chat upstream, a Redis, and a mail server that a test starts where it is
 * looked for. Started once for all tests of this JVM and ended with it.
 */
public final class ConnectedWeir {
    private static ConnectedWeir shared;
    private final FakeUpstream upstream = new FakeUpstream();
    private final ServerSetup mailServer;
    private final RedisServer redis;
    private final RunningWeir weir;

    private ConnectedWeir() throws IOException {
        mailServer = new ServerSetup(EmbeddedMariaDb.freePort(), "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        int redisPort = EmbeddedMariaDb.freePort();
        redis = RedisServer.newRedisServer().bind("127.0.0.1").port(redisPort).build();
        redis.start();
        weir = RunningWeir.own("connected", Map.of(
                "ARIX_API_URL", upstream.url(), "WEIR_CHAT_TIMEOUT", "5s",
                "MAIL_SERVER", "127.0.0.1", "MAIL_PORT", String.valueOf(mailServer.getPort()),
                "MAIL_USE_TLS", "false", "MAIL_DEFAULT_SENDER", "desk@weir.example",
                // A node that waits for Redis no longer counts for itself, which no test looks at here.
                "WEIR_REDIS_URL", "redis://127.0.0.1:" + redisPort, "WEIR_REDIS_TIMEOUT", "30s",
                "WEIR_MASTER_KEY", Base64.getEncoder().encodeToString(new byte[32])));
    }

    public static synchronized ConnectedWeir shared() {
        if (shared == null) {
            try {
                shared = new ConnectedWeir();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
        }
        return shared;
    }

    public RunningWeir weir() {
        return weir;
    }

    public FakeUpstream upstream() {
        return upstream;
    }

    public ServerSetup mailServer() {
        return mailServer;
    }

    private void close() {
        weir.close();
        upstream.close();
        try {
            redis.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
