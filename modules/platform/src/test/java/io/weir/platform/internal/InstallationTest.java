package io.weir.platform.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[32]);

    @Test
    void demoIsTheDefaultAndMissesNothing() {
        var installation = installation(Map.of());
        assertThat(installation.isProduction()).isFalse();
        assertThat(installation.missingSecrets()).isEmpty();
        assertThat(installation.baseUrl()).isEqualTo("http://127.0.0.1:9080");
    }

    @Test
    void productionNamesTheSecretsItMisses() {
        assertThat(installation(Map.of("WEIR_MODE", "production")).missingSecrets())
                .containsExactly("WEIR_MASTER_KEY", "WEIR_DB_PASSWORD", "WEIR_ADMIN_PASSWORD");
        assertThat(installation(Map.of("WEIR_MODE", "production", "WEIR_MASTER_KEY", "short",
                "WEIR_DB_PASSWORD", "x", "WEIR_ADMIN_PASSWORD", "y")).missingSecrets())
                .containsExactly("WEIR_MASTER_KEY");
        assertThat(installation(Map.of("WEIR_MODE", "production", "WEIR_MASTER_KEY", KEY,
                "WEIR_DB_PASSWORD", "x", "WEIR_ADMIN_PASSWORD", "y")).missingSecrets()).isEmpty();
    }

    @Test
    void anUnknownModeIsNotTakenForDemo() {
        assertThatThrownBy(() -> installation(Map.of("WEIR_MODE", "prod")).isProduction())
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("prod");
    }

    @Test
    void theBaseUrlFollowsThePortUnlessItIsGiven() {
        assertThat(installation(Map.of("WEIR_HTTP_PORT", "8081")).baseUrl()).isEqualTo("http://127.0.0.1:8081");
        assertThat(installation(Map.of("WEIR_BASE_URL", "https://weir.example/")).baseUrl())
                .isEqualTo("https://weir.example");
    }

    @Test
    void homeIsWhereItIsToldElseBesideTheServersOutput() {
        assertThat(installation(Map.of("WEIR_HOME", "/srv/weir")).home()).isEqualTo(Path.of("/srv/weir"));
        assertThat(installation(Map.of("server.output.dir", "/out/")).home()).isEqualTo(Path.of("/out/weir"));
        assertThat(installation(Map.of("user.dir", "/here")).home()).isEqualTo(Path.of("/here/.weir"));
    }

    @Test
    void demoMakesItsMasterKeyOnceAndForTheOwnerOnly(@TempDir Path directory) throws Exception {
        var installation = installation(Map.of("WEIR_HOME", directory.resolve("home").toString()));
        var first = new MasterKey(Optional.empty(), installation).bytes();
        assertThat(first).hasSize(32);
        assertThat(new MasterKey(Optional.empty(), installation).bytes()).isEqualTo(first);
        var file = installation.home().resolve("master.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        try (var files = Files.list(installation.home())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void productionMakesUpNoMasterKey(@TempDir Path directory) {
        var installation = installation(Map.of("WEIR_MODE", "production", "WEIR_HOME", directory.toString()));
        assertThatThrownBy(() -> new MasterKey(Optional.empty(), installation).bytes())
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("WEIR_MASTER_KEY");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aMalformedMasterKeyIsRefusedWithoutQuotingIt() {
        assertThatThrownBy(() -> new MasterKey(Optional.of("not-a-key"), installation(Map.of())).bytes())
                .isInstanceOf(IllegalStateException.class).hasMessageNotContaining("not-a-key");
    }

    private static ConfiguredInstallation installation(Map<String, String> settings) {
        return new ConfiguredInstallation(new MapConfig(settings));
    }
}
