package io.weir.subscriptions.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.kernel.api.Refusal;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PersistenceException;
import java.sql.SQLIntegrityConstraintViolationException;
import org.junit.jupiter.api.Test;

class LostRaceTest {
    @Test
    void theKeysNameTells() {
        assertThat(code("Duplicate entry 'x-Pro' for key 'uq_subscriptions_plan_name'")).isEqualTo("NAME_TAKEN");
        assertThat(code("(conn=7) Duplicate entry 'x' for key 'uq_subscriptions_extension_package_name'"))
                .isEqualTo("NAME_TAKEN");
        assertThat(code("Duplicate entry 'x-pro' for key 'uq_subscriptions_plan_slug'")).isEqualTo("SLUG_TAKEN");
        assertThat(code("Connection reset")).isEqualTo("none");
    }

    @Test
    void anOverwrittenChangeIsAConflict() {
        assertThat(LostRace.of(new PersistenceException(new OptimisticLockException()))).map(Refusal::code)
                .contains("CONFLICT");
    }

    private static String code(String message) {
        var failure = new PersistenceException(
                new RuntimeException(new SQLIntegrityConstraintViolationException(message)));
        return LostRace.of(failure).map(Refusal::code).orElse("none");
    }
}
