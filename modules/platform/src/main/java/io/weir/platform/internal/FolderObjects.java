package io.weir.platform.internal;

import io.weir.platform.api.ObjectStore;
import io.weir.platform.api.ObjectStoreException;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Objects as files of this machine that only their owner may read: contents under {@code content}, media types under
 * {@code types}, both by key. Written aside and moved into place, the type first: whoever finds a content finds its
 * type. For one node, or several on a shared folder.
 */
final class FolderObjects implements ObjectStore {
    private static final String FILE = "rw-------";
    private static final String FOLDER = "rwx------";
    private final Path contents;
    private final Path types;
    private final Path aside;

    FolderObjects(Path folder) {
        contents = folder.resolve("content");
        types = folder.resolve("types");
        aside = folder.resolve("aside");
    }

    @Override
    public void put(String key, byte[] bytes, String mediaType) {
        put(key, new Content(new ByteArrayInputStream(bytes), bytes.length, mediaType));
    }

    @Override
    public void put(String key, Content content) {
        var checked = ObjectKey.checked(key);
        var type = content.mediaType().getBytes(StandardCharsets.US_ASCII);
        try {
            write(types.resolve(checked), new ByteArrayInputStream(type), type.length);
            write(contents.resolve(checked), content.bytes(), content.length());
        } catch (IOException e) {
            throw failed("cannot be written", checked, e);
        }
    }

    @Override
    public Optional<Content> get(String key) {
        var file = contents.resolve(ObjectKey.checked(key));
        try {
            if (!Files.isRegularFile(file)) {
                return Optional.empty();
            }
            var type = Files.readString(types.resolve(key), StandardCharsets.US_ASCII);
            return Optional.of(new Content(Files.newInputStream(file), Files.size(file), type));
        } catch (NoSuchFileException deletedMeanwhile) {
            return Optional.empty();
        } catch (IOException e) {
            throw failed("cannot be read", key, e);
        }
    }

    @Override
    public boolean exists(String key) {
        return Files.isRegularFile(contents.resolve(ObjectKey.checked(key)));
    }

    @Override
    public void delete(String key) {
        var checked = ObjectKey.checked(key);
        try {
            Files.deleteIfExists(contents.resolve(checked));
            Files.deleteIfExists(types.resolve(checked));
        } catch (IOException e) {
            throw failed("cannot be deleted", checked, e);
        }
    }

    @Override
    public List<Listed> list(String prefix, String after, int most) {
        if (!Files.isDirectory(contents)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(contents)) {
            return files.filter(Files::isRegularFile).map(this::key)
                    .filter(key -> key.startsWith(prefix) && key.compareTo(after) > 0).sorted().limit(most)
                    .flatMap(this::listed).toList();
        } catch (IOException | UncheckedIOException e) {
            throw new ObjectStoreException("objects cannot be listed", e);
        }
    }

    @Override
    public Optional<URI> presignedGet(String key, Duration validity) {
        ObjectKey.checked(key);
        return Optional.empty();
    }

    private String key(Path file) {
        return contents.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
    }

    private Stream<Listed> listed(String key) {
        try {
            return Stream.of(new Listed(key, Files.getLastModifiedTime(contents.resolve(key)).toInstant()));
        } catch (NoSuchFileException deletedMeanwhile) {
            return Stream.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Path file, InputStream bytes, long length) throws IOException {
        folder(file.getParent());
        var part = Files.createTempFile(folder(aside), "object", ".part", only(FILE));
        try {
            copy(bytes, length, part);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void copy(InputStream bytes, long length, Path part) throws IOException {
        try (var out = Files.newOutputStream(part)) {
            var buffer = new byte[8192];
            for (long left = length; left > 0;) {
                int got = bytes.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (got < 0) {
                    throw new EOFException(left + " bytes fewer than announced");
                }
                out.write(buffer, 0, got);
                left -= got;
            }
        }
    }

    private Path folder(Path folder) throws IOException {
        return Files.createDirectories(folder, only(FOLDER));
    }

    /** Where there are no POSIX permissions, those of the folder above have to do. */
    private FileAttribute<?>[] only(String permissions) {
        return contents.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))}
                : new FileAttribute<?>[0];
    }

    private static ObjectStoreException failed(String what, String key, IOException e) {
        return new ObjectStoreException("object " + key + " " + what, e);
    }
}
