package io.weir.liberty;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;

/** Small files with secrets, readable only by their owner. */
final class OwnerOnlyFile {
    private static final SecureRandom RANDOM = new SecureRandom();

    private OwnerOnlyFile() {
    }

    static String readOrMake(Path file, Supplier<String> make) throws IOException {
        if (Files.exists(file)) {
            return Files.readString(file).trim();
        }
        String content = make.get();
        write(file, content);
        return content;
    }

    static void write(Path file, String content) throws IOException {
        Files.deleteIfExists(file);
        // Created with its permissions, not given them afterwards: there is no moment at which others may read.
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, content, StandardOpenOption.TRUNCATE_EXISTING);
    }

    /** 144 random bits that need no quoting anywhere. */
    static String randomSecret() {
        byte[] bytes = new byte[18];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
