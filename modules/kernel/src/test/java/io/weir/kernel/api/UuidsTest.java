package io.weir.kernel.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class UuidsTest {
    private static final String TEXT = "0190b3c4-7a1e-7c3d-8f00-0123456789ab";

    @Test
    void readsTheCanonicalFormInEitherCase() {
        assertThat(Uuids.parse(TEXT)).hasToString(TEXT);
        assertThat(TenantId.of(TEXT.toUpperCase(Locale.ROOT))).hasToString(TEXT);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "1-1-1-1-1", "0190b3c47a1e7c3d8f000123456789ab", "0190b3c4-7a1e-7c3d-8f00-0123456789ag",
        " 0190b3c4-7a1e-7c3d-8f00-0123456789ab", "0190b3c4-7a1e-7c3d-8f00-0123456789ab\n", "' OR 1=1 --"})
    void anythingElseIsAnIdThatDoesNotExist(String text) {
        assertThatThrownBy(() -> Uuids.parse(text)).asInstanceOf(type(RefusedException.class))
                .satisfies(refused -> assertThat(refused.refusal().kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
    }
}
