package io.weir.identity.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/** What a password of a new or changed sign-in must be. Characters are Unicode code points. */
public final class PasswordRules {
    public static final int SHORTEST = 8;
    public static final int LONGEST = 128;
    private static final int KINDS_NEEDED = 3;
    /** A shorter local part ("an", "joe") would forbid passwords that nobody guesses by it. */
    private static final int SHORTEST_NAME = 4;

    private PasswordRules() {
    }

    /** The reason's code for a password that is not good enough. */
    public static Optional<String> objection(String password, EmailAddress email) {
        if (password == null || password.isEmpty()) {
            return Optional.of("REQUIRED");
        }
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of("PASSWORD_TOO_SHORT");
        }
        if (length > LONGEST) {
            return Optional.of("PASSWORD_TOO_LONG");
        }
        if (kinds(password) < KINDS_NEEDED) {
            return Optional.of("PASSWORD_TOO_SIMPLE");
        }
        return contains(password, email) ? Optional.of("PASSWORD_CONTAINS_EMAIL") : Optional.empty();
    }

    private static long kinds(String password) {
        IntPredicate other = c -> !Character.isLowerCase(c) && !Character.isUpperCase(c) && !Character.isDigit(c);
        return Stream.<IntPredicate>of(Character::isLowerCase, Character::isUpperCase, Character::isDigit, other)
                .filter(kind -> password.codePoints().anyMatch(kind)).count();
    }

    private static boolean contains(String password, EmailAddress email) {
        var name = email == null ? "" : email.localPart();
        return name.length() >= SHORTEST_NAME && password.toLowerCase(Locale.ROOT).contains(name);
    }
}
