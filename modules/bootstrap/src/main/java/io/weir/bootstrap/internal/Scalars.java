package io.weir.bootstrap.internal;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Single values, read by what is asked for and not by what YAML makes of them: {@code country: NO} is a text, and an
 * account number keeps its noughts.
 */
final class Scalars {
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,30}(_\\d{1,30})*(\\.\\d{1,30})?");

    private Scalars() {
    }

    static Optional<String> text(Node node) {
        return node instanceof ScalarNode scalar ? Optional.of(scalar.getValue()) : Optional.empty();
    }

    static Optional<BigDecimal> number(Node node) {
        return text(node).filter(text -> NUMBER.matcher(text).matches())
                .map(text -> new BigDecimal(text.replace("_", "")));
    }

    static Optional<Boolean> flag(Node node) {
        return text(node).filter(text -> text.equals("true") || text.equals("false")).map(Boolean::valueOf);
    }

    /** Without quotes; only then does a value say by its looks what it is. */
    static boolean isPlain(Node node) {
        return node instanceof ScalarNode scalar && scalar.getScalarStyle() == ScalarStyle.PLAIN;
    }
}
