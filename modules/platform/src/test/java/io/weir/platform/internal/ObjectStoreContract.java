package io.weir.platform.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.platform.api.ObjectStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every object store does alike. Each test uses keys of its own. */
interface ObjectStoreContract {
    ObjectStore store();

    @Test
    default void what_is_put_comes_back_byte_for_byte_with_its_type() throws IOException {
        var bytes = new byte[3_000_000];
        new Random(7).nextBytes(bytes);
        store().put("payments/one/two", bytes, "image/png");
        try (var content = store().get("payments/one/two").orElseThrow()) {
            assertThat(content.mediaType()).isEqualTo("image/png");
            assertThat(content.length()).isEqualTo(bytes.length);
            assertThat(content.bytes().readAllBytes()).isEqualTo(bytes);
        }
        assertThat(store().exists("payments/one/two")).isTrue();
    }

    @Test
    default void a_stream_is_put_as_long_as_it_says() throws IOException {
        var bytes = "a backup".getBytes();
        store().put("backups/a.tar.gz", new ObjectStore.Content(new ByteArrayInputStream(bytes), 5, "text/plain"));
        try (var content = store().get("backups/a.tar.gz").orElseThrow()) {
            assertThat(content.bytes().readAllBytes()).asString().isEqualTo("a bac");
        }
    }

    @Test
    default void the_second_put_replaces_the_first() throws IOException {
        store().put("again/1", "first".getBytes(), "text/plain");
        store().put("again/1", "second, longer".getBytes(), "application/pdf");
        try (var content = store().get("again/1").orElseThrow()) {
            assertThat(content.mediaType()).isEqualTo("application/pdf");
            assertThat(content.bytes().readAllBytes()).asString().isEqualTo("second, longer");
        }
    }

    @Test
    default void nothing_is_empty_and_deleting_it_is_quiet() {
        assertThat(store().get("never/put")).isEmpty();
        assertThat(store().exists("never/put")).isFalse();
        store().delete("never/put");
        store().put("soon/gone", new byte[] {1}, "text/plain");
        store().delete("soon/gone");
        assertThat(store().get("soon/gone")).isEmpty();
    }

    @Test
    default void keys_are_listed_in_order_page_by_page() {
        for (int i = 0; i < 5; i++) {
            store().put("listed/" + i, new byte[] {1}, "text/plain");
        }
        store().put("listedtoo", new byte[] {1}, "text/plain");
        assertThat(store().list("listed/", "", 3)).extracting(ObjectStore.Listed::key)
                .containsExactly("listed/0", "listed/1", "listed/2");
        assertThat(store().list("listed/", "listed/2", 3)).extracting(ObjectStore.Listed::key)
                .containsExactly("listed/3", "listed/4");
        assertThat(store().list("listed/", "", 1).get(0).changedAt()).isNotNull();
        assertThat(store().list("unlisted/", "", 3)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/etc/passwd", "../up", "a/../../b", "a//b", "a/", "a/./b", ".hidden", "a\\b", "a b",
        "a/%2e%2e/b", "C:x", "a\u0000b"})
    default void a_key_that_could_lead_elsewhere_is_none(String key) {
        assertThatThrownBy(() -> store().put(key, new byte[] {1}, "text/plain"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store().get(key)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store().delete(key)).isInstanceOf(IllegalArgumentException.class);
    }
}
