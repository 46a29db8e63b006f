package io.weir.bootstrap.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a file changes of a catalogue. {@code applied} is false when it was only tried; {@code tag} is that of the
 * catalogue as it stands now.
 */
public record CatalogueChange(boolean applied, String tag, List<Difference> differences, Impact impact,
                              List<Warning> warnings) {
    public CatalogueChange {
        differences = List.copyOf(differences);
        warnings = List.copyOf(warnings);
    }

    /** What becomes of a thing, or of a field of one. A plan or package that is removed goes off sale. */
    public enum Kind {
        @JsonProperty("added") ADDED,
        @JsonProperty("changed") CHANGED,
        @JsonProperty("removed") REMOVED
    }

    /**
     * {@code subject}: {@code plans/pro}, or a section of its own such as {@code brand}; {@code field} is absent when
     * all of it is meant, and then so are the values. Values are as the file has them. {@code text}: the same in the
     * reader's language.
     */
    public record Difference(Kind kind, String subject, Optional<String> field, Optional<Object> before,
                             Optional<Object> after, String text) {
    }

    /**
     * Whom it concerns: the subscriptions to plans that change, the first 100 of them in {@code concerned}. Monthly
     * recurring revenue in major units, of all running paid subscriptions that nobody has ended. {@code lastMonth}:
     * only when it is tried, and plans change.
     */
    public record Impact(String currency, BigDecimal monthlyBefore, BigDecimal monthlyAfter, long subscriptions,
                         List<Concerned> concerned, Optional<LastMonth> lastMonth) {
        public Impact {
            concerned = List.copyOf(concerned);
        }

        public Impact with(LastMonth month) {
            return new Impact(currency, monthlyBefore, monthlyAfter, subscriptions, concerned, Optional.of(month));
        }
    }

    /**
     * What the plans that change would have brought in over the tenant's last full month from those who held them, for
     * what they really used: as they are, and as they are to be. Net, in major units. {@code cut}: there were more
     * holders than were counted.
     */
    public record LastMonth(Instant from, Instant until, long holders, boolean cut, BigDecimal before,
                            BigDecimal after) {
    }

    /** {@code takesEffect}: when its next period begins; absent when none will. */
    public record Concerned(UUID subscription, UUID account, String plan, Optional<Instant> takesEffect) {
    }

    /** What is allowed, and perhaps not meant. */
    public record Warning(String code, String text) {
    }
}
