package io.weir.platform.internal;

import io.weir.platform.api.Installation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * Reads the installation's settings each time they are asked for, so that a wrong one is reported by whoever needs
 * it.
 */
@ApplicationScoped
public class ConfiguredInstallation implements Installation {
    private static final String DEFAULT_HTTP_PORT = "9080";
    /** Secrets without a default outside the local demo. */
    private static final List<String> REQUIRED = List.of(MasterKey.SETTING, "WEIR_DB_PASSWORD", "WEIR_ADMIN_PASSWORD");
    private final Config config;

    protected ConfiguredInstallation() {
        this(null);
    }

    @Inject
    public ConfiguredInstallation(Config config) {
        this.config = config;
    }

    @Override
    public boolean isProduction() {
        var mode = setting("WEIR_MODE").orElse("demo");
        return switch (mode) {
            case "production" -> true;
            case "demo" -> false;
            default -> throw new IllegalStateException("WEIR_MODE is demo or production, not " + mode);
        };
    }

    @Override
    public List<String> missingSecrets() {
        return isProduction() ? REQUIRED.stream().filter(name -> !isGiven(name)).toList() : List.of();
    }

    @Override
    public String baseUrl() {
        var url = setting("WEIR_BASE_URL")
                .orElseGet(() -> "http://127.0.0.1:" + setting("WEIR_HTTP_PORT").orElse(DEFAULT_HTTP_PORT));
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    @Override
    public Path home() {
        return setting("WEIR_HOME").map(Path::of)
                .or(() -> setting("server.output.dir").map(directory -> Path.of(directory, "weir")))
                .orElseGet(() -> Path.of(setting("user.dir").orElse("."), ".weir"));
    }

    private boolean isGiven(String name) {
        return setting(name).filter(value -> !name.equals(MasterKey.SETTING) || MasterKey.isUsable(value)).isPresent();
    }

    private Optional<String> setting(String name) {
        return config.getOptionalValue(name, String.class).map(String::trim).filter(text -> !text.isEmpty());
    }
}
