package io.weir.paymentgateways.stripe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Random;

/** Puts what does not belong there into a tree. */
final class StripeTrees {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private StripeTrees() {
    }

    static void scramble(JsonNode root, Random random) {
        var objects = new ArrayList<ObjectNode>();
        collect(root, objects);
        for (int i = 0; i <= random.nextInt(4); i++) {
            var object = objects.get(random.nextInt(objects.size()));
            var names = new ArrayList<String>();
            object.fieldNames().forEachRemaining(names::add);
            if (!names.isEmpty()) {
                object.set(names.get(random.nextInt(names.size())), anything(random));
            }
        }
    }

    private static void collect(JsonNode node, ArrayList<ObjectNode> found) {
        if (node instanceof ObjectNode object) {
            found.add(object);
        }
        if (node instanceof ArrayNode || node instanceof ObjectNode) {
            node.forEach(child -> collect(child, found));
        }
    }

    private static JsonNode anything(Random random) {
        return switch (random.nextInt(10)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.numberNode(random.nextLong());
            case 2 -> NODES.numberNode(BigInteger.TWO.pow(80));
            case 3 -> NODES.numberNode(new BigDecimal("0.1"));
            case 4 -> NODES.textNode("");
            case 5 -> NODES.textNode("x".repeat(random.nextInt(400)));
            case 6 -> NODES.booleanNode(random.nextBoolean());
            case 7 -> NODES.arrayNode().add(1).add("x");
            case 8 -> NODES.objectNode().put("id", random.nextInt());
            default -> NODES.textNode(random.nextBoolean() ? "isk" : "paid");
        };
    }
}
