package io.weir.liberty;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The one command: starts a MariaDB of its own (unless {@code WEIR_DB_URL} names one), then the server, says where
 * everything is, and stops both when it is
 * interrupted. Arguments: the folder of Liberty, and a folder for what is kept between runs.
 */
public final class Launch {
    private static final Duration READY_WITHIN = Duration.ofMinutes(5);
    private static final List<String> TENANTS = List.of("platform", "portal", "iqx", "odoo-saas", "smartspec", "chat");

    private final Path wlp;
    private final Path kept;
    private final Map<String, String> environment = new HashMap<>();
    private final PrintStream out = System.out;

    private Launch(Path wlp, Path kept) {
        this.wlp = wlp;
        this.kept = kept;
    }

    public static void main(String[] arguments) throws InterruptedException {
        int status;
        try {
            status = new Launch(Path.of(arguments[0]), Path.of(arguments[1]).toAbsolutePath().normalize()).run();
        } catch (IOException e) {
            System.err.println("Weir did not start: " + e.getMessage());
            status = 1;
        }
        // The database library leaves a thread behind after errors, which would keep this JVM alive.
        System.exit(status);
    }

    private int run() throws IOException, InterruptedException {
        var database = startDatabase();
        environment.put("WEIR_HOME", kept.toString());
        String password = adminPassword();
        environment.put("WEIR_ADMIN_PASSWORD", password);
        environment.putIfAbsent("WEIR_LOG_FORMAT", Optional.ofNullable(System.getenv("WEIR_LOG_FORMAT"))
                .orElse("SIMPLE"));
        var server = Server.start(wlp, environment, ProcessBuilder.Redirect.INHERIT);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, database)));
        if (!server.awaitReady(READY_WITHIN)) {
            System.err.println("Weir is not ready after " + READY_WITHIN.toSeconds() + " s; its log is in "
                    + wlp.resolve("usr/servers/weir/logs/messages.log"));
            return 1;
        }
        greet(server, password);
        return server.waitFor();
    }

    private Optional<EmbeddedMariaDb> startDatabase() throws IOException {
        if (isSet("WEIR_DB_URL")) {
            return Optional.empty();
        }
        var database = EmbeddedMariaDb.start(kept.resolve("database"));
        environment.put("WEIR_DB_URL", database.url());
        environment.put("WEIR_DB_USER", EmbeddedMariaDb.USER);
        environment.put("WEIR_DB_PASSWORD", database.password());
        return Optional.of(database);
    }

    private String adminPassword() throws IOException {
        return isSet("WEIR_ADMIN_PASSWORD") ? System.getenv("WEIR_ADMIN_PASSWORD")
                : OwnerOnlyFile.readOrMake(kept.resolve("admin.password"), OwnerOnlyFile::randomSecret);
    }

    private void greet(Server server, String password) {
        out.println();
        out.println("Weir is ready.");
        out.println("  Customer portal   " + server.home() + "/portal/    (other tenants: /portal/?tenant=SLUG)");
        out.println("  Admin console     " + server.home() + "/admin/");
        out.println("  API               " + server.home() + "/api/    described at " + server.home() + "/openapi/ui/");
        out.println("  Administrators    " + String.join(", ", TENANTS.stream().map(t -> "admin@" + t + ".example")
                .toList()));
        out.println(isSet("WEIR_ADMIN_PASSWORD") ? "  Password          as WEIR_ADMIN_PASSWORD says"
                : "  Password          " + password + "    (kept in " + kept.resolve("admin.password") + ")");
        out.println("Ctrl-C stops it.");
        out.println();
    }

    private static void stop(Server server, Optional<EmbeddedMariaDb> database) {
        server.close();
        database.ifPresent(d -> {
            try {
                d.close();
            } catch (IOException e) {
                System.err.println("The database did not stop cleanly: " + e.getMessage());
            }
        });
    }

    private static boolean isSet(String variable) {
        return System.getenv(variable) != null && !System.getenv(variable).isBlank();
    }
}
