package io.weir.bootstrap.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import liquibase.resource.Resource;

/** The catalogue files of this installation: file name → YAML, in the order of their names. */
final class CatalogueFolder {
    private static final String SUFFIX = ".yaml";

    private CatalogueFolder() {
    }

    /** Those that Weir ships. */
    static Map<String, String> packaged() {
        try (var files = PackagedFiles.open()) {
            var found = new TreeMap<String, String>();
            for (Resource resource : files.accessor().search("catalogue", false)) {
                if (resource.getPath().endsWith(SUFFIX)) {
                    found.put(fileName(resource.getPath()), text(resource));
                }
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException("the packaged catalogue cannot be read", e);
        }
    }

    /** An operator's own, which replace all that Weir ships. */
    static Map<String, String> of(Path folder) {
        try (var entries = Files.list(folder)) {
            var found = new TreeMap<String, String>();
            List<Path> files = entries.filter(path -> path.toString().endsWith(SUFFIX)).toList();
            for (Path file : files) {
                found.put(file.getFileName().toString(), Files.readString(file));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException("WEIR_CATALOGUE_DIR cannot be read: " + folder, e);
        }
    }

    private static String text(Resource resource) throws IOException {
        try (var in = resource.openInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
