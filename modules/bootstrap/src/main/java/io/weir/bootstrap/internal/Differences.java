package io.weir.bootstrap.internal;

import io.weir.bootstrap.api.CatalogueChange.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What one catalogue has and another has not, thing by thing and field by field. Whose it is, and whether that is a
 * sandbox, is no difference: a file may be for another one of the same kind.
 */
final class Differences {
    private static final Map<String, String> LISTS = lists();
    private static final Set<String> WHOSE = Set.of("slug", "sandbox");
    private static final Set<String> BY_MEMBER = Set.of("quotas", "features", "headers", "terms");
    private final List<Found> found = new ArrayList<>();

    private Differences() {
    }

    /** {@code subject}: {@code plans/pro}, or a section. */
    record Found(Kind kind, String subject, Optional<String> field, Object before, Object after) {
    }

    /** The sections that are lists of things, and what they are known by. */
    private static Map<String, String> lists() {
        var lists = new LinkedHashMap<String, String>();
        lists.put("meters", "key");
        lists.put("plans", "slug");
        lists.put("extensions", "name");
        lists.put("creditPackages", "name");
        lists.put("coupons", "code");
        lists.put("routes", "slug");
        return lists;
    }

    static List<Found> between(CatalogueFile before, CatalogueFile after) {
        var differences = new Differences();
        var from = CatalogueTree.of(before);
        var to = CatalogueTree.of(after);
        both(from, to).stream().filter(section -> !WHOSE.contains(section))
                .forEach(section -> differences.section(section, from.get(section), to.get(section)));
        return differences.found;
    }

    private void section(String section, Object from, Object to) {
        if (LISTS.containsKey(section)) {
            things(section, byName(from, LISTS.get(section)), byName(to, LISTS.get(section)));
        } else if (section.equals("rateCard")) {
            rateCard(members(from), members(to));
        } else if (from instanceof Map || to instanceof Map) {
            thing(section, from == null ? null : members(from), to == null ? null : members(to));
        } else if (!Objects.equals(from, to)) {
            found.add(new Found(Kind.CHANGED, section, Optional.of(section), from, to));
        }
    }

    private void rateCard(Map<String, Object> from, Map<String, Object> to) {
        field("rateCard", "meter", from.get("meter"), to.get("meter"));
        things("rateCard", perName(from.get("operations")), perName(to.get("operations")));
    }

    private void things(String section, Map<String, Map<String, Object>> from, Map<String, Map<String, Object>> to) {
        both(from, to).forEach(name -> thing(section + "/" + name, from.get(name), to.get(name)));
    }

    private void thing(String subject, Map<String, Object> from, Map<String, Object> to) {
        if (from == null) {
            found.add(new Found(Kind.ADDED, subject, Optional.empty(), null, null));
        } else if (to == null) {
            found.add(new Found(Kind.REMOVED, subject, Optional.empty(), null, null));
        } else {
            both(from, to).forEach(name -> {
                if (BY_MEMBER.contains(name)) {
                    var before = members(from.get(name));
                    var after = members(to.get(name));
                    both(before, after).forEach(member -> field(subject, name + "." + member, before.get(member),
                            after.get(member)));
                } else {
                    field(subject, name, from.get(name), to.get(name));
                }
            });
        }
    }

    private void field(String subject, String field, Object from, Object to) {
        if (!Objects.equals(from, to)) {
            found.add(new Found(Kind.CHANGED, subject, Optional.of(field), from, to));
        }
    }

    private static Set<String> both(Map<String, ?> from, Map<String, ?> to) {
        var names = new LinkedHashSet<>(from.keySet());
        names.addAll(to.keySet());
        return names;
    }

    private static Map<String, Map<String, Object>> byName(Object list, String key) {
        var things = new LinkedHashMap<String, Map<String, Object>>();
        if (list instanceof List<?> all) {
            all.forEach(thing -> things.put(String.valueOf(members(thing).get(key)), members(thing)));
        }
        return things;
    }

    private static Map<String, Map<String, Object>> perName(Object operations) {
        var things = new LinkedHashMap<String, Map<String, Object>>();
        members(operations).forEach((name, thing) -> things.put(name, members(thing)));
        return things;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> members(Object map) {
        return map == null ? Map.of() : (Map<String, Object>) map;
    }
}
