package io.weir.platform.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.Supplier;

/** A small text file that only its owner may read, written once. */
final class OwnerOnlyFile {
    private OwnerOnlyFile() {
    }

    static String readOrCreate(Path file, Supplier<String> text) {
        try {
            if (Files.notExists(file)) {
                create(file, text.get());
            }
            return Files.readString(file, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " can be neither read nor made", e);
        }
    }

    /** Written aside and linked into place: nobody ever reads half of it, and the first of two writers wins. */
    private static void create(Path file, String text) throws IOException {
        var directory = Files.createDirectories(file.toAbsolutePath().getParent());
        var aside = Files.createTempFile(directory, file.getFileName().toString(), ".new", ownerOnly(file));
        try {
            try (var out = Files.newByteChannel(aside, Set.of(StandardOpenOption.WRITE))) {
                out.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
            }
            link(file, aside);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    private static void link(Path file, Path aside) throws IOException {
        try {
            Files.createLink(file, aside);
        } catch (FileAlreadyExistsException anotherWasFirst) {
            // Theirs is as good, and is the one that will be read.
        } catch (UnsupportedOperationException noHardLinks) {
            Files.move(aside, file);
        }
    }

    /** Where there are no POSIX permissions, the directory's own have to do. */
    private static FileAttribute<?>[] ownerOnly(Path file) {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        var permissions = PosixFilePermissions.fromString("rw-------");
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)};
    }
}
