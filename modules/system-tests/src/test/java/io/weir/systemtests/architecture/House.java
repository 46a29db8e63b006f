package io.weir.systemtests.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The modules as they are on disk. Discovered, so that a module that nobody thought of is held to the rules all the
 * same.
 */
record House(List<Module> modules) {
    private static final Path MODULES = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern LEVEL = Pattern.compile("<weir.level>(\\d+)</weir.level>");
    private static final Pattern DEPENDENCY =
            Pattern.compile("<groupId>io\\.weir</groupId><artifactId>([a-z-]+)</artifactId>");

    /** A module: its folder's name, the package it owns, its level, and the modules that its build depends on. */
    record Module(String name, String rootPackage, int level, List<String> dependencies, Path folder) {
        boolean owns(JavaClass type) {
            return type.getPackageName().equals(rootPackage) || type.getPackageName().startsWith(rootPackage + ".");
        }

        /** The packages that others may use: the api, and the spi of those that have adapters. */
        boolean offers(JavaClass type) {
            return Stream.of(".api", ".spi").map(rootPackage::concat)
                    .anyMatch(p -> type.getPackageName().equals(p) || type.getPackageName().startsWith(p + "."));
        }

        List<Path> sources() {
            return javaFiles(folder.resolve("src/main/java"));
        }
    }

    static House discover() {
        try (Stream<Path> folders = Files.list(MODULES)) {
            return new House(folders.filter(f -> Files.exists(f.resolve("pom.xml")))
                    .filter(f -> !f.getFileName().toString().equals("system-tests"))
                    .map(House::read).sorted((a, b) -> Integer.compare(a.level(), b.level())).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Optional<Module> ownerOf(JavaClass type) {
        return modules.stream().filter(m -> m.owns(type)).findFirst();
    }

    Module named(String name) {
        return modules.stream().filter(m -> m.name().equals(name)).findFirst().orElseThrow();
    }

    /** All classes of the house, as compiled. */
    JavaClasses classes() {
        var folders = modules.stream().map(m -> m.folder().resolve("target/classes")).filter(Files::isDirectory)
                .toList();
        return new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeJars()).importPaths(folders);
    }

    static List<Path> javaFiles(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Module read(Path folder) {
        try {
            String name = folder.getFileName().toString();
            String pom = Files.readString(folder.resolve("pom.xml"));
            Matcher level = LEVEL.matcher(pom);
            if (!level.find()) {
                throw new AssertionError("module " + name + " does not say its weir.level");
            }
            return new Module(name, "io.weir." + name.replace("-", ""), Integer.parseInt(level.group(1)),
                    DEPENDENCY.matcher(pom).results().map(r -> r.group(1)).filter(d -> !d.equals(name)).toList(),
                            folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
