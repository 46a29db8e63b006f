package io.weir.platform.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weir.platform.api.ObjectStore;
import io.weir.platform.api.ObjectStoreException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderObjectsTest implements ObjectStoreContract {
    @TempDir
    Path folder;

    @Override
    public ObjectStore store() {
        return new FolderObjects(folder.resolve("objects"));
    }

    @Test
    void only_the_owner_may_read_them() throws IOException {
        store().put("payments/a/b", new byte[] {1}, "image/png");
        try (var files = Files.walk(folder.resolve("objects"))) {
            assertThat(files.toList()).allSatisfy(file -> assertThat(PosixFilePermissions.toString(
                    Files.getPosixFilePermissions(file))).matches("rw[x-]------"));
        }
    }

    @Test
    void one_that_breaks_off_leaves_the_old_one_and_no_litter() throws IOException {
        store().put("payments/a/b", "whole".getBytes(), "text/plain");
        var half = new ObjectStore.Content(new ByteArrayInputStream("half".getBytes()), 100, "text/plain");
        assertThatThrownBy(() -> store().put("payments/a/b", half)).isInstanceOf(ObjectStoreException.class);
        try (var content = store().get("payments/a/b").orElseThrow()) {
            assertThat(content.bytes().readAllBytes()).asString().isEqualTo("whole");
        }
        assertThat(folder.resolve("objects/aside")).isEmptyDirectory();
    }

    @Test
    void a_folder_is_no_object() {
        store().put("payments/a/b", new byte[] {1}, "text/plain");
        assertThat(store().get("payments/a")).isEmpty();
        assertThatThrownBy(() -> store().put("payments/a", new byte[] {1}, "text/plain"))
                .isInstanceOf(ObjectStoreException.class);
    }

    @Test
    void has_no_addresses_to_give_away() {
        assertThat(store().presignedGet("payments/a/b", Duration.ofMinutes(1))).isEmpty();
    }
}
