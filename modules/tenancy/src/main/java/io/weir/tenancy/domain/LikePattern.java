package io.weir.tenancy.domain;

/** "Contains this text" for SQL's LIKE, where what the user typed has no wildcards. */
public record LikePattern(String text) {
    /** Not the backslash, which MariaDB's string literals treat in their own way. */
    public static final char ESCAPE = '!';

    public String contains() {
        return "%" + text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
    }
}
