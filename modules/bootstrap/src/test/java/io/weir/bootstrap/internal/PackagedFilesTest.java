package io.weir.bootstrap.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackagedFilesTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"jar:", "wsjar:"})
    void listsAnArchiveHoweverTheServerNamesIt(String scheme) throws IOException {
        var archive = Files.createDirectory(folder.resolve("with space")).resolve("bootstrap.jar");
        try (var zip = new ZipOutputStream(Files.newOutputStream(archive))) {
            put(zip, "db-changelog/root.yaml");
            put(zip, "catalogue/acme.yaml");
        }
        try (var files = PackagedFiles.around(url(scheme + "file:" + archive + "!/db-changelog/root.yaml"))) {
            assertThat(files.accessor().search("catalogue", false)).singleElement()
                    .satisfies(found -> assertThat(found.getPath()).isEqualTo("catalogue/acme.yaml"));
        }
    }

    @Test
    void listsAFolder() throws IOException {
        Files.createDirectories(folder.resolve("catalogue"));
        Files.writeString(folder.resolve("catalogue/acme.yaml"), "slug: acme");
        try (var files = PackagedFiles.around(url("file:" + folder + "/db-changelog/root.yaml"))) {
            assertThat(files.accessor().search("catalogue", false)).hasSize(1);
        }
    }

    @Test
    void refusesWhatIsNoFile() {
        assertThatThrownBy(() -> PackagedFiles.around(url("bundle://7/db-changelog/root.yaml")))
                .isInstanceOf(IOException.class);
    }

    private static void put(ZipOutputStream zip, String name) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /** A URL of a protocol that this JVM does not know. */
    private static URL url(String text) throws IOException {
        return new URL(null, text, new URLStreamHandler() {
            @Override
            protected URLConnection openConnection(URL url) throws IOException {
                throw new IOException("not opened here");
            }
        });
    }
}
