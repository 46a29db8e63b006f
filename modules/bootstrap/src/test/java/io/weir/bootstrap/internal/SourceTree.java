package io.weir.bootstrap.internal;

import java.nio.file.Files;
import java.nio.file.Path;

/** The repository, found from wherever tests are run in it. */
final class SourceTree {
    private SourceTree() {
    }

    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("db-changelog/root.yaml"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    static Path catalogue() {
        return root().resolve("src/catalogue");
    }
}
