package io.weir.bootstrap.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A map of the file. Its keys are those that are asked for: {@link #done} finds the others. Everything that is not as
 * asked is a fault and read as absent, so that reading goes on and finds the rest.
 */
final class Section {
    private final String path;
    private final Faults faults;
    private final Map<String, Node> entries = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();
    private final boolean sound;

    private Section(Node node, String path, Faults faults) {
        this.path = path;
        this.faults = faults;
        this.sound = node instanceof MappingNode;
        faults.place(path, node.getStartMark());
        if (node instanceof MappingNode map) {
            map.getValue().forEach(entry -> put(entry.getKeyNode(), entry.getValueNode()));
        } else {
            faults.add(path, "CATALOGUE_NOT_A_MAP");
        }
    }

    static Section of(Node node, String path, Faults faults) {
        return new Section(node, path, faults);
    }

    private void put(Node key, Node value) {
        var name = key instanceof ScalarNode scalar ? scalar.getValue() : "?";
        if (entries.containsKey(name)) {
            faults.add(key.getStartMark().getLine() + 1, key.getStartMark().getColumn() + 1, path(name),
                    "CATALOGUE_KEY_TWICE");
        } else {
            entries.put(name, value);
            faults.place(path(name), key.getStartMark());
        }
    }

    String path(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    void fault(String key, String code, Object... arguments) {
        faults.add(key.isEmpty() ? path : path(key), code, arguments);
    }

    /** At a key that is there, or at this section for one that is missing. */
    void require(boolean fine, String key, String code, Object... arguments) {
        if (!fine) {
            fault(key, code, arguments);
        }
    }

    /** Its own place, for what has to be unlike others. */
    void unlike(Map<String, Integer> seen, String key, String name) {
        if (name != null) {
            Integer line = seen.putIfAbsent(name, faults.lineOf(path(key)));
            require(line == null, key, "CATALOGUE_TAKEN", line);
        }
    }

    boolean has(String key) {
        asked.add(key);
        var node = entries.get(key);
        return node != null && !(node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.NULL));
    }

    /** A blank one is as good as none. */
    String text(String key) {
        String text = has(key)
                ? Scalars.text(entries.get(key)).orElseGet(() -> wrong(key, "CATALOGUE_NOT_A_TEXT")) : null;
        return text == null || text.isBlank() ? null : text;
    }

    String needText(String key) {
        boolean blank = needed(key) && Scalars.text(entries.get(key)).filter(String::isBlank).isPresent();
        require(!blank, key, "REQUIRED");
        return text(key);
    }

    String option(String key, Collection<String> options) {
        var word = text(key);
        if (word != null && !options.contains(word)) {
            fault(key, "CATALOGUE_NOT_ONE_OF", String.join(", ", options));
            return null;
        }
        return word;
    }

    BigDecimal number(String key) {
        return has(key) ? Scalars.number(entries.get(key)).orElseGet(() -> wrong(key, "CATALOGUE_NOT_A_NUMBER"))
                : null;
    }

    BigDecimal needNumber(String key) {
        return needed(key) ? number(key) : null;
    }

    /** Within the bounds, both included. */
    Long whole(String key, long least, long most) {
        var number = number(key);
        if (number == null) {
            return null;
        }
        if (number.stripTrailingZeros().scale() > 0) {
            return wrong(key, "CATALOGUE_NOT_WHOLE");
        }
        if (number.compareTo(BigDecimal.valueOf(least)) < 0 || number.compareTo(BigDecimal.valueOf(most)) > 0) {
            fault(key, "CATALOGUE_BETWEEN", String.valueOf(least), String.valueOf(most));
            return null;
        }
        return number.longValueExact();
    }

    Integer count(String key, int least, int most) {
        var whole = whole(key, least, most);
        return whole == null ? null : whole.intValue();
    }

    Boolean flag(String key) {
        return has(key) ? Scalars.flag(entries.get(key)).orElseGet(() -> wrong(key, "CATALOGUE_NOT_A_FLAG")) : null;
    }

    boolean needed(String key) {
        boolean there = has(key);
        if (!there && sound) {
            fault(key, "REQUIRED");
        }
        return there;
    }

    Optional<Section> section(String key) {
        return has(key) ? Optional.of(of(entries.get(key), path(key), faults)) : Optional.empty();
    }

    List<Section> sections(String key) {
        return items(key, (node, at) -> of(node, at, faults));
    }

    List<String> texts(String key) {
        return items(key, (node, at) -> Scalars.text(node).orElseGet(() -> {
            faults.add(at, "CATALOGUE_NOT_A_TEXT");
            return "";
        }));
    }

    private <T> List<T> items(String key, BiFunction<Node, String, T> read) {
        var found = new ArrayList<T>();
        if (has(key)) {
            if (entries.get(key) instanceof SequenceNode list) {
                for (int i = 0; i < list.getValue().size(); i++) {
                    var at = path(key) + "[" + i + "]";
                    faults.place(at, list.getValue().get(i).getStartMark());
                    found.add(read.apply(list.getValue().get(i), at));
                }
            } else {
                fault(key, "CATALOGUE_NOT_A_LIST");
            }
        }
        return found;
    }

    /** For maps whose keys are names. */
    void each(BiConsumer<String, Section> name) {
        asked.addAll(entries.keySet());
        entries.keySet().forEach(key -> name.accept(key, this));
    }

    /** Anything that JSON can say. */
    Map<String, Object> members(String key) {
        if (!has(key)) {
            return Map.of();
        }
        if (!(entries.get(key) instanceof MappingNode map)) {
            fault(key, "CATALOGUE_NOT_A_MAP");
            return Map.of();
        }
        return new FreeForm(path(key), faults).members(map);
    }

    /** No more keys are known here. */
    void done() {
        entries.keySet().stream().filter(key -> !asked.contains(key)).forEach(key ->
                Nearest.to(key, asked).ifPresentOrElse(word -> fault(key, "CATALOGUE_UNKNOWN_KEY_NEAR", word),
                        () -> fault(key, "CATALOGUE_UNKNOWN_KEY", String.join(", ", asked))));
    }

    private <T> T wrong(String key, String code) {
        fault(key, code);
        return null;
    }
}
