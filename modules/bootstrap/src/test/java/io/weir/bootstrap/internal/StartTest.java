package io.weir.bootstrap.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.platform.api.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartTest {
    @TempDir
    private Path home;

    @Test
    void productionNamesEverySecretThatIsMissing() {
        var missing = new Setup(true, List.of("WEIR_MASTER_KEY", "WEIR_ADMIN_PASSWORD"), home);
        assertThatThrownBy(() -> StartGuard.check(missing)).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("WEIR_MASTER_KEY").hasMessageContaining("WEIR_ADMIN_PASSWORD");
        assertThatCode(() -> StartGuard.check(new Setup(true, List.of(), home))).doesNotThrowAnyException();
    }

    @Test
    void theConfiguredPasswordIsTaken() {
        assertThat(password(Optional.of("Weir-Admin-1")).text()).isEqualTo("Weir-Admin-1");
        assertThat(home.resolve("admin.password")).doesNotExist();
    }

    @Test
    void otherwiseOneIsMadeOnceForItsOwnerOnly() throws IOException {
        String made = password(Optional.empty()).text();
        assertThat(made).hasSize(20);
        assertThat(password(Optional.of(" ")).text()).isEqualTo(made);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("deep/admin.password"))))
                .isEqualTo("rw-------");
    }

    @Test
    void madePasswordsDifferAndHaveEveryKindOfCharacter() {
        assertThat(AdministratorPassword.random()).isNotEqualTo(AdministratorPassword.random())
                .matches(".*[A-Z].*").matches(".*[a-z].*").matches(".*[0-9].*");
    }

    private AdministratorPassword password(Optional<String> configured) {
        return new AdministratorPassword(new Setup(false, List.of(), home.resolve("deep")), configured);
    }

    /** An installation to test with. */
    private record Setup(boolean isProduction, List<String> missingSecrets, Path home) implements Installation {
        @Override
        public String baseUrl() {
            return "http://localhost:9080";
        }
    }
}
