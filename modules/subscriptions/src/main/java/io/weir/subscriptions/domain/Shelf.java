package io.weir.subscriptions.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The bound tenant's packages. What is added is written at once: a name taken meanwhile is {@code NAME_TAKEN}.
 */
public interface Shelf {
    /** All, by rank and then name. */
    List<StoredPlan> plans();

    Optional<StoredPlan> plan(UUID id);

    Optional<StoredPlan> planBySlug(String slug);

    /** Regardless of case, as the others by name. */
    Optional<StoredPlan> planByName(String name);

    /** All, by price and then name. */
    List<StoredExtension> extensions();

    Optional<StoredExtension> extension(UUID id);

    Optional<StoredExtension> extensionByName(String name);

    /** All, by price and then name. */
    List<StoredCredits> credits();

    Optional<StoredCredits> credits(UUID id);

    Optional<StoredCredits> creditsByName(String name);

    void add(StoredPlan plan);

    void add(StoredPlanVersion version);

    Optional<StoredPlanVersion> version(UUID plan, int version);

    /** Newest first. */
    List<StoredPlanVersion> versions(UUID plan);

    void add(StoredExtension extension);

    void add(StoredCredits credits);

    /** Writes the changes made to rows that were read from here. */
    void write();
}
