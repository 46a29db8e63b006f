package io.weir.liberty;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The Liberty server as a child process. */
public final class Server implements AutoCloseable {
    private static final Duration PROBE_EVERY = Duration.ofMillis(200);
    private final Process process;
    private final URI home;

    private Server(Process process, URI home) {
        this.process = process;
        this.home = home;
    }

    /**
     * Runs {@code wlp/bin/server run weir} with this environment added to ours; its console goes to {@code console}.
     */
    public static Server start(Path wlp, Map<String, String> environment,
            ProcessBuilder.Redirect console) throws IOException {
        var builder = new ProcessBuilder(wlp.resolve("bin/server").toString(), "run", "weir");
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(console);
        int port = Integer.parseInt(builder.environment().getOrDefault("WEIR_HTTP_PORT", "9080"));
        return new Server(builder.start(), URI.create("http://127.0.0.1:" + port));
    }

    public URI home() {
        return home;
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Waits until the server says that it is ready; false when it died or the time ran out. */
    public boolean awaitReady(Duration atMost) throws InterruptedException {
        var client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
        var probe = HttpRequest.newBuilder(home.resolve("/api/health/ready")).timeout(Duration.ofSeconds(2)).build();
        long end = System.nanoTime() + atMost.toNanos();
        while (System.nanoTime() < end) {
            if (answers(client, probe)) {
                return true;
            }
            if (process.waitFor(PROBE_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                return false;
            }
        }
        return false;
    }

    public int waitFor() throws InterruptedException {
        return process.waitFor();
    }

    /** Ends it as an operator would, and for good after half a minute. */
    @Override
    public void close() {
        var all = process.descendants().toList();
        all.forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }

    /** Ends it as a power failure would: the JVM gets SIGKILL. */
    public void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static boolean answers(HttpClient client, HttpRequest probe) throws InterruptedException {
        try {
            return client.send(probe, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }
}
