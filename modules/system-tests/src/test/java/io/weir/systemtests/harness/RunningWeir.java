package io.weir.systemtests.harness;

import io.weir.liberty.EmbeddedMariaDb;
import io.weir.liberty.Server;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Weir as it ships, with a MariaDB of its own, started once for all tests of this JVM and ended with it. {@link #own}
 * starts another
 * one for tests that kill it.
 */
public final class RunningWeir implements AutoCloseable {
    public static final String ADMIN_PASSWORD = "Adm1n-for-the-tests!";
    /**
     * Most of a start's processor time goes into compiling thoroughly what runs once. These servers live for seconds
     * or minutes, so theirs is compiled quickly; everything else is as it ships.
     */
    public static final String JVM_ARGUMENTS = "-XX:TieredStopAtLevel=1 -XX:-UseG1GC -XX:+UseSerialGC";
    private static final Path WLP = Path.of(System.getProperty("weir.wlp"));
    /** Two JVMs run the tests side by side, each with servers of its own. */
    private static final Path KEPT = Path.of(System.getProperty("weir.kept"), System.getProperty("weir.fork", "1"));
    /** A third of a gigabyte that no database needs for itself alone. */
    private static final Path PROGRAMS = KEPT.resolve("mariadb");
    private static RunningWeir shared;

    private final Path home;
    private final int httpPort;
    private final int httpsPort;
    private final Map<String, String> settings;
    private EmbeddedMariaDb database;
    private final int databasePort;
    private Server server;
    private final boolean ownsDatabase;
    private final Optional<DatabaseWire> wire;

    /** A further node on the database of a first one. */
    private RunningWeir(String name, RunningWeir first) {
        try {
            this.home = KEPT.resolve(name);
            empty(home);
            this.httpPort = EmbeddedMariaDb.freePort();
            this.httpsPort = EmbeddedMariaDb.freePort();
            this.databasePort = first.databasePort;
            this.database = first.database;
            this.ownsDatabase = false;
            this.settings = first.settings;
            this.wire = Optional.empty();
            startServer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RunningWeir(String name, Map<String, String> settings, Optional<DatabaseWire> wire) {
        try {
            this.wire = wire;
            this.ownsDatabase = true;
            this.home = KEPT.resolve(name);
            empty(home);
            this.httpPort = EmbeddedMariaDb.freePort();
            this.httpsPort = EmbeddedMariaDb.freePort();
            this.databasePort = EmbeddedMariaDb.freePort();
            this.settings = settings;
            startDatabase();
            startServer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one that most tests use. */
    public static synchronized RunningWeir shared() {
        if (shared == null) {
            shared = new RunningWeir("shared", Map.of("WEIR_UPSTREAM_ALLOW", "127.0.0.1/32"), Optional.empty());
            Runtime.getRuntime().addShutdownHook(new Thread(shared::close));
        }
        return shared;
    }

    /** One for a test that damages it; the caller closes it. It starts often and is asked for no /openapi. */
    public static RunningWeir own(String name, Map<String, String> settings) {
        var all = new HashMap<>(Map.of("MP_OPENAPI_SCAN_DISABLE", "true"));
        all.putAll(settings);
        return new RunningWeir(name, all, Optional.empty());
    }

    /** One that reaches its database by way of this wire only; the test itself looks past it. */
    public static RunningWeir behind(DatabaseWire wire, String name) {
        return new RunningWeir(name, Map.of(), Optional.of(wire));
    }

    /** Another node beside this one, with its settings and on its database; the caller closes it first. */
    public RunningWeir another(String name) {
        return new RunningWeir(name, this);
    }

    public URI url() {
        return server.home();
    }

    public URI secureUrl() {
        return URI.create("https://127.0.0.1:" + httpsPort);
    }

    public Api api(String tenant) {
        return new Api(url(), tenant);
    }

    /** A connection to look at what is really there. */
    public Connection database() throws SQLException {
        return DriverManager.getConnection(database.url(), EmbeddedMariaDb.USER, database.password());
    }

    /** A single number out of the database; zero for NULL. */
    public long number(String sql, Object... arguments) {
        return one(sql, row -> row.getLong(1), arguments);
    }

    /** A single text out of the database. */
    public String text(String sql, Object... arguments) {
        return one(sql, row -> row.getString(1), arguments);
    }

    private <T> T one(String sql, Read<T> read, Object... arguments) {
        try (var connection = database(); var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            try (var row = statement.executeQuery()) {
                row.next();
                return read.of(row);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private interface Read<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** Ends the server's process at once, as a power failure would. */
    public void killServer() {
        server.kill();
        try {
            server.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public void startServer() {
        var environment = new HashMap<>(settings);
        environment.put("JVM_ARGS", JVM_ARGUMENTS);
        environment.put("WEIR_HTTP_PORT", String.valueOf(httpPort));
        environment.put("WEIR_HTTPS_PORT", String.valueOf(httpsPort));
        environment.put("WEIR_DB_URL", wire.map(way -> way.leadingTo(database.url(), databasePort))
                .orElse(database.url()));
        environment.put("WEIR_DB_USER", EmbeddedMariaDb.USER);
        environment.put("WEIR_DB_PASSWORD", database.password());
        environment.put("WEIR_ADMIN_PASSWORD", ADMIN_PASSWORD);
        environment.put("WEIR_HOME", home.toString());
        environment.put("WLP_OUTPUT_DIR", home.resolve("output").toString());
        try {
            server = Server.start(WLP, environment, ProcessBuilder.Redirect.to(home.resolve("console.log").toFile()));
            if (!server.awaitReady(Duration.ofMinutes(4))) {
                throw new IllegalStateException("Weir did not become ready; see " + home.resolve("console.log"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public void stopDatabase() {
        try {
            database.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void startDatabase() {
        try {
            database = databaseIn(home.resolve("database"), databasePort);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static EmbeddedMariaDb databaseIn(Path folder, int port) throws IOException {
        return EmbeddedMariaDb.start(folder, PROGRAMS, port);
    }

    /** What the server has said so far. */
    public String console() {
        try {
            return Files.readString(home.resolve("console.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it. What it said stays; its data go, for a run starts a dozen of these and disks are small. */
    @Override
    public void close() {
        server.close();
        if (ownsDatabase) {
            stopDatabase();
        }
        try {
            delete(home.resolve("database"));
            delete(home.resolve("output/weir/workarea"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes the folder, without what an earlier run left in it. */
    public static void empty(Path folder) throws IOException {
        delete(folder);
        Files.createDirectories(folder);
    }

    /** A folder with all that is in it, if it is there. */
    public static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
