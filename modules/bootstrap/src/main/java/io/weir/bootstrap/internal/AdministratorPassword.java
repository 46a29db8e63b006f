package io.weir.bootstrap.internal;

import io.weir.platform.api.Installation;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The administrators' password: the one that is set, else one that is made once and kept where only the server's user
 * can read it.
 */
@ApplicationScoped
public class AdministratorPassword {
    private static final System.Logger LOG = System.getLogger(AdministratorPassword.class.getName());
    private static final String FILE = "admin.password";
    /** No letters and digits that are mistaken for each other: it is typed from a screen. */
    private static final String CHARACTERS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
    private static final int LENGTH = 20;
    private static final SecureRandom RANDOM = new SecureRandom();
    private final Installation installation;
    private final Optional<String> configured;

    protected AdministratorPassword() {
        this(null, Optional.empty());
    }

    @Inject
    public AdministratorPassword(Installation installation,
                                 @ConfigProperty(name = "WEIR_ADMIN_PASSWORD") Optional<String> configured) {
        this.installation = installation;
        this.configured = configured;
    }

    public String text() {
        return configured.filter(text -> !text.isBlank()).orElseGet(this::kept);
    }

    private String kept() {
        Path file = installation.home().resolve(FILE).toAbsolutePath();
        try {
            if (!Files.exists(file)) {
                make(file);
                LOG.log(Level.INFO, "WEIR_ADMIN_PASSWORD is not set; one was made, and is in {0}",
                        file);
            }
            return Files.readString(file).trim();
        } catch (IOException e) {
            throw new UncheckedIOException("the administrators' password cannot be kept in " + file, e);
        }
    }

    /** Created with its permissions, not given them afterwards: there is no moment at which others may read. */
    private static void make(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, random() + System.lineSeparator(), StandardOpenOption.TRUNCATE_EXISTING);
        } catch (FileAlreadyExistsException anotherNodeWasFaster) {
            LOG.log(Level.DEBUG, "{0} is there by now", file);
        }
    }

    /** Has a capital, a small letter and a digit, as some password rules want. */
    static String random() {
        while (true) {
            String text = RANDOM.ints(LENGTH, 0, CHARACTERS.length()).mapToObj(CHARACTERS::charAt).map(String::valueOf)
                    .collect(Collectors.joining());
            if (text.matches(".*[A-Z].*") && text.matches(".*[a-z].*") && text.matches(".*[0-9].*")) {
                return text;
            }
        }
    }
}
