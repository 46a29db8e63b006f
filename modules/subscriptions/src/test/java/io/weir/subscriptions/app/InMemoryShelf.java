package io.weir.subscriptions.app;

import io.weir.subscriptions.domain.Shelf;
import io.weir.subscriptions.domain.StoredCredits;
import io.weir.subscriptions.domain.StoredExtension;
import io.weir.subscriptions.domain.StoredPlan;
import io.weir.subscriptions.domain.StoredPlanVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

final class InMemoryShelf implements Shelf {
    private final List<StoredPlan> plans = new ArrayList<>();
    private final List<StoredPlanVersion> versions = new ArrayList<>();
    private final List<StoredExtension> extensions = new ArrayList<>();
    private final List<StoredCredits> credits = new ArrayList<>();

    @Override
    public List<StoredPlan> plans() {
        return plans.stream().sorted(Comparator.comparingInt(StoredPlan::rank)).toList();
    }

    @Override
    public Optional<StoredPlan> plan(UUID id) {
        return plans.stream().filter(p -> p.id().equals(id)).findFirst();
    }

    @Override
    public Optional<StoredPlan> planBySlug(String slug) {
        return plans.stream().filter(p -> p.slug().equals(slug)).findFirst();
    }

    @Override
    public Optional<StoredPlan> planByName(String name) {
        return plans.stream().filter(p -> p.name().equalsIgnoreCase(name)).findFirst();
    }

    @Override
    public List<StoredExtension> extensions() {
        return List.copyOf(extensions);
    }

    @Override
    public Optional<StoredExtension> extension(UUID id) {
        return extensions.stream().filter(e -> e.id().equals(id)).findFirst();
    }

    @Override
    public Optional<StoredExtension> extensionByName(String name) {
        return extensions.stream().filter(e -> e.name().equalsIgnoreCase(name)).findFirst();
    }

    @Override
    public List<StoredCredits> credits() {
        return List.copyOf(credits);
    }

    @Override
    public Optional<StoredCredits> credits(UUID id) {
        return credits.stream().filter(c -> c.id().equals(id)).findFirst();
    }

    @Override
    public Optional<StoredCredits> creditsByName(String name) {
        return credits.stream().filter(c -> c.name().equalsIgnoreCase(name)).findFirst();
    }

    @Override
    public void add(StoredPlan plan) {
        plans.add(plan);
    }

    @Override
    public void add(StoredPlanVersion version) {
        versions.add(version);
    }

    @Override
    public Optional<StoredPlanVersion> version(UUID plan, int version) {
        return versions(plan).stream().filter(v -> v.version() == version).findFirst();
    }

    @Override
    public List<StoredPlanVersion> versions(UUID plan) {
        return versions.stream().filter(v -> v.plan().equals(plan))
                .sorted(Comparator.comparingInt(StoredPlanVersion::version).reversed()).toList();
    }

    @Override
    public void add(StoredExtension extension) {
        extensions.add(extension);
    }

    @Override
    public void add(StoredCredits credit) {
        credits.add(credit);
    }

    @Override
    public void write() {
        // Rows are changed in place.
    }
}
