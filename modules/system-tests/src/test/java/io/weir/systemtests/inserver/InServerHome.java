package io.weir.systemtests.inserver;

import io.weir.liberty.EmbeddedMariaDb;
import io.weir.systemtests.harness.RunningWeir;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A server of its own beside the shipped one, with the shipped configuration, into which Arquillian may deploy, and a
 * MariaDB. Its place is also written in {@code arquillian.xml}.
 */
final class InServerHome implements AutoCloseable {
    private static final Pattern INCLUDE = Pattern.compile("/([a-z]+\\.xml)\"");
    private final Path home;
    private final EmbeddedMariaDb database;

    private InServerHome(Path home, EmbeddedMariaDb database) {
        this.home = home;
        this.database = database;
    }

    /** The server that ships, as the build assembled it. */
    static Path shipped() {
        return Path.of(System.getProperty("weir.wlp"), "usr/servers/weir");
    }

    static InServerHome prepare() throws IOException {
        var home = Path.of(System.getProperty("weir.kept"), "inserver");
        RunningWeir.empty(home);
        var database = RunningWeir.databaseIn(home.resolve("database"), EmbeddedMariaDb.freePort());
        var server = Files.createDirectories(home.resolve("usr/servers/inserver"));
        var configuration = configuration();
        refuseForgottenIncludes(configuration);
        Files.writeString(server.resolve("server.xml"), configuration);
        Files.writeString(server.resolve("jvm.options"), Files.readString(shipped().resolve("jvm.options"))
                + String.join("\n", RunningWeir.JVM_ARGUMENTS.split(" ")) + "\n");
        copyFolder(shipped().resolve("jdbc"), Files.createDirectories(server.resolve("jdbc")));
        writeEnvironment(server.resolve("server.env"), home, database);
        return new InServerHome(home, database);
    }

    private static String configuration() throws IOException {
        try (var stream = InServerHome.class.getResourceAsStream("/inserver/server.xml")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** What the shipped server includes, this one does too, but for the application, which Arquillian deploys. */
    private static void refuseForgottenIncludes(String configuration) throws IOException {
        var ours = includes(configuration);
        var forgotten = includes(Files.readString(shipped().resolve("server.xml"))).stream()
                .filter(include -> !include.equals("application.xml") && !ours.contains(include)).toList();
        if (!forgotten.isEmpty()) {
            throw new IllegalStateException("src/test/resources/inserver/server.xml does not include " + forgotten);
        }
    }

    private static List<String> includes(String configuration) {
        return INCLUDE.matcher(configuration).results().map(found -> found.group(1)).toList();
    }

    /** The container is started with our environment, so that the server's settings are in its own file. */
    private static void writeEnvironment(Path file, Path home, EmbeddedMariaDb database) throws IOException {
        var settings = new TreeMap<>(Map.of("WEIR_DB_URL", database.url(), "WEIR_DB_USER", EmbeddedMariaDb.USER,
                "WEIR_DB_PASSWORD", database.password(), "WEIR_HOME", home.resolve("home").toString(),
                "WEIR_ADMIN_PASSWORD", RunningWeir.ADMIN_PASSWORD,
                "WEIR_HTTP_PORT", String.valueOf(EmbeddedMariaDb.freePort()),
                "WEIR_HTTPS_PORT", String.valueOf(EmbeddedMariaDb.freePort())));
        var text = new StringBuilder(Files.readString(shipped().resolve("server.env"))).append('\n');
        settings.forEach((name, value) -> text.append(name).append('=').append(value).append('\n'));
        Files.writeString(file, text);
    }

    private static void copyFolder(Path from, Path to) throws IOException {
        try (var files = Files.list(from)) {
            for (var file : files.toList()) {
                copy(file, to);
            }
        }
    }

    private static void copy(Path file, Path folder) throws IOException {
        Files.copy(file, folder.resolve(file.getFileName()));
    }

    @Override
    public void close() throws IOException {
        database.close();
        RunningWeir.delete(home.resolve("database"));
    }
}
