package io.weir.bootstrap.internal;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.resource.ResourceAccessor;
import liquibase.resource.ZipResourceAccessor;

/**
 * The files inside this module's archive, listable. A class loader can only open files whose names are known, and the
 * server's names archives by URLs of its own ({@code wsjar:}), which Liquibase does not understand; so the archive
 * itself is opened.
 */
record PackagedFiles(ResourceAccessor accessor) implements AutoCloseable {
    private static final String LANDMARK = "db-changelog/root.yaml";

    static PackagedFiles open() throws IOException {
        var landmark = PackagedFiles.class.getClassLoader().getResource(LANDMARK);
        if (landmark == null) {
            throw new FileNotFoundException(LANDMARK + " is not packaged");
        }
        return around(landmark);
    }

    /** Either {@code …jar:file:/…/some.jar!/db-changelog/root.yaml} or {@code file:/…/db-changelog/root.yaml}. */
    static PackagedFiles around(URL landmark) throws IOException {
        String url = landmark.toExternalForm();
        int file = url.indexOf("file:");
        int inside = url.lastIndexOf("!/");
        if (file < 0) {
            throw new FileNotFoundException("not in a file: " + url);
        }
        return new PackagedFiles(inside < 0
                ? new DirectoryResourceAccessor(path(url.substring(file, url.length() - LANDMARK.length())))
                : new ZipResourceAccessor(path(url.substring(file, inside))));
    }

    @Override
    public void close() throws IOException {
        try {
            accessor.close();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    /** Servers leave spaces in such URLs as they are. */
    private static Path path(String url) throws FileNotFoundException {
        try {
            return Path.of(new URI(url.replace(" ", "%20")));
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new FileNotFoundException("not in a file: " + url);
        }
    }
}
