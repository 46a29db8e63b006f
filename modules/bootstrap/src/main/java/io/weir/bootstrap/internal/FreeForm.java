package io.weir.bootstrap.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Members that nobody prescribes. Counted, because aliases could make much of little. */
final class FreeForm {
    private static final int MOST_VALUES = 2_000;
    private static final int DEEPEST = 8;
    private final String path;
    private final Faults faults;
    private int values;

    FreeForm(String path, Faults faults) {
        this.path = path;
        this.faults = faults;
    }

    Map<String, Object> members(MappingNode map) {
        return members(map, 1);
    }

    private Map<String, Object> members(MappingNode map, int depth) {
        var members = new LinkedHashMap<String, Object>();
        map.getValue().forEach(entry -> {
            var name = entry.getKeyNode() instanceof ScalarNode key ? key.getValue() : "?";
            if (members.containsKey(name)) {
                var mark = entry.getKeyNode().getStartMark();
                faults.add(mark.getLine() + 1, mark.getColumn() + 1, path + "." + name, "CATALOGUE_KEY_TWICE");
            }
            members.put(name, value(entry.getValueNode(), depth));
        });
        return members;
    }

    private Object value(Node node, int depth) {
        if (depth > DEEPEST || ++values > MOST_VALUES) {
            faults.add(path, "TOO_LONG");
            return null;
        }
        if (node instanceof MappingNode map) {
            return members(map, depth + 1);
        }
        if (node instanceof SequenceNode list) {
            List<Object> items = new ArrayList<>();
            list.getValue().forEach(item -> items.add(value(item, depth + 1)));
            return items;
        }
        return scalar(node);
    }

    private static Object scalar(Node node) {
        if (!Scalars.isPlain(node)) {
            return ((ScalarNode) node).getValue();
        }
        if (node.getTag().equals(Tag.NULL)) {
            return null;
        }
        return Scalars.flag(node).<Object>map(flag -> flag)
                .or(() -> node.getTag().equals(Tag.INT) || node.getTag().equals(Tag.FLOAT)
                        ? Scalars.number(node).map(FreeForm::number) : java.util.Optional.empty())
                .orElseGet(() -> ((ScalarNode) node).getValue());
    }

    private static Object number(BigDecimal number) {
        return number.scale() == 0 && number.precision() <= 9 ? (Object) number.intValueExact() : number;
    }
}
