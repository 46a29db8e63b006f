package io.weir.identity.domain;

import com.password4j.Argon2Function;
import com.password4j.BcryptFunction;
import com.password4j.types.Argon2;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * Passwords as they are kept: Argon2id, as a PHC string. Hashes of other systems (bcrypt, Werkzeug's PBKDF2) are
 * understood, so that imported users keep their passwords, and are {@link #isOutdated outdated} from the start.
 */
public final class PasswordHashes {
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final int BCRYPT_BYTES = 72;
    private static final String CURRENT = "$argon2id$v=19$m=19456,t=2,p=1$";
    /** Cost at most 15: a dearer one would hold a thread for seconds at every attempt. */
    private static final Pattern BCRYPT = Pattern.compile("\\$2[aby]\\$(0[4-9]|1[0-5])\\$[./A-Za-z0-9]{53}");
    private static final SecureRandom RANDOM = new SecureRandom();
    /** Each hash takes 19 MiB and a whole core: more at once than cores only costs memory. */
    private static final Semaphore CORES = new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);

    private PasswordHashes() {
    }

    public static String of(String password) {
        var salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return onACore(() -> argon2().hash(utf8(password), salt).getResult());
    }

    public static boolean matches(String password, String stored) {
        return onACore(() -> {
            if (stored.startsWith("$argon2id$")) {
                return Argon2Function.getInstanceFromHash(stored).check(utf8(password), utf8(stored));
            }
            if (BCRYPT.matcher(stored).matches()) {
                return bcryptMatches(password, stored);
            }
            return WerkzeugHash.read(stored).map(hash -> hash.matches(password)).orElse(false);
        });
    }

    /** Takes as long as {@link #matches} and answers no: for a sign-in whose email nobody has. */
    public static boolean matchesNobody(String password) {
        matches(password, Nobody.HASH);
        return false;
    }

    /** Whether it should be replaced now that the password is at hand. */
    public static boolean isOutdated(String stored) {
        return !stored.startsWith(CURRENT);
    }

    /** Whether it is a hash of another system that {@link #matches} understands. */
    public static boolean isForeign(String stored) {
        return stored != null && (BCRYPT.matcher(stored).matches() || WerkzeugHash.read(stored).isPresent());
    }

    /**
     * bcrypt has never looked beyond 72 bytes; this library refuses what others cut. For {@code $2a} and letters beyond
     * ASCII it answers otherwise than other implementations, which give the same there as for {@code $2b}.
     */
    private static boolean bcryptMatches(String password, String stored) {
        var bytes = utf8(password);
        var cut = bytes.length > BCRYPT_BYTES ? Arrays.copyOf(bytes, BCRYPT_BYTES) : bytes;
        var sound = "$2b$" + stored.substring("$2b$".length());
        return BcryptFunction.getInstanceFromHash(sound).check(cut, utf8(sound));
    }

    private static Argon2Function argon2() {
        return Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID);
    }

    private static <T> T onACore(Supplier<T> work) {
        CORES.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            CORES.release();
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A hash that no password has on purpose; made at first need because it costs as much as any. */
    private static final class Nobody {
        static final String HASH = of(RandomSecret.next());
    }
}
