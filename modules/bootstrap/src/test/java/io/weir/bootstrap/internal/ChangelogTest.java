package io.weir.bootstrap.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import liquibase.analytics.configuration.AnalyticsArgs;
import liquibase.changelog.ChangeSet;
import liquibase.database.OfflineConnection;
import liquibase.resource.DirectoryResourceAccessor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangelogTest {
    /** What the archive holds of {@code db-changelog}: folders without changes are not in it. */
    @TempDir
    private Path archive;

    @BeforeEach
    void pack() throws IOException {
        copy("db-changelog/root.yaml");
        for (String file : sqlFiles()) {
            copy(file);
        }
    }

    @Test
    void allFilesOfAllModulesAreRead() throws Exception {
        var files = changes().stream().map(ChangeSet::getFilePath).collect(Collectors.toCollection(LinkedHashSet::new));
        assertThat(files).containsExactlyInAnyOrderElementsOf(sqlFiles());
        assertThat(files.stream().map(ChangelogTest::module).distinct().toList())
                .containsSubsequence("platform", "identity", "tenancy");
    }

    @Test
    void aChangeIsNamedAfterItsModule() throws Exception {
        assertThat(changes()).isNotEmpty().allSatisfy(change ->
                assertThat(change.getAuthor() + ":" + change.getId())
                        .startsWith("weir:" + module(change.getFilePath()) + "-"));
    }

    @Test
    void nobodyIsToldThatItRan() throws Exception {
        try (var files = new DirectoryResourceAccessor(archive)) {
            Boolean tells = new Changelog(files).with(offline(files), liquibase ->
                    AnalyticsArgs.ENABLED.getCurrentValue());
            assertThat(tells).isFalse();
        }
    }

    private List<ChangeSet> changes() throws Exception {
        try (var files = new DirectoryResourceAccessor(archive)) {
            return new Changelog(files).with(offline(files), liquibase ->
                    liquibase.getDatabaseChangeLog().getChangeSets());
        }
    }

    private static OfflineConnection offline(DirectoryResourceAccessor files) {
        return new OfflineConnection("offline:mariadb?outputLiquibaseSql=none", files);
    }

    private static String module(String file) {
        return file.split("/")[1];
    }

    private void copy(String file) throws IOException {
        Files.createDirectories(archive.resolve(file).getParent());
        Files.copy(SourceTree.root().resolve(file), archive.resolve(file));
    }

    private static List<String> sqlFiles() throws IOException {
        var root = SourceTree.root();
        try (var found = Files.walk(root.resolve("db-changelog"))) {
            return found.map(path -> root.relativize(path).toString()).filter(path -> path.endsWith(".sql")).toList();
        }
    }
}
