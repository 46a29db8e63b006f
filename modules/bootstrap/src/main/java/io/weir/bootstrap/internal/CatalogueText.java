package io.weir.bootstrap.internal;

import java.io.StringReader;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** From text to nodes that know where they stand. Bounded, because the text may come from outside. */
final class CatalogueText {
    static final int MOST_CHARACTERS = 500_000;
    private static final int DEEPEST = 20;
    private static final int MOST_ALIASES = 20;

    private CatalogueText() {
    }

    /** Empty when it is no YAML at all; that is a fault then. */
    static Optional<Section> root(String text, Faults faults) {
        try {
            Node node = new Yaml(options()).compose(new StringReader(text));
            if (node == null) {
                faults.add("", "CATALOGUE_EMPTY");
                return Optional.empty();
            }
            return Optional.of(Section.of(node, "", faults));
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            faults.add(mark == null ? 1 : mark.getLine() + 1, mark == null ? 1 : mark.getColumn() + 1, "",
                    "CATALOGUE_SYNTAX", String.valueOf(e.getProblem()));
        } catch (YAMLException e) {
            faults.add("", "CATALOGUE_SYNTAX", e.getMessage().lines().findFirst().orElse(""));
        }
        return Optional.empty();
    }

    private static LoaderOptions options() {
        var options = new LoaderOptions();
        options.setCodePointLimit(MOST_CHARACTERS);
        options.setNestingDepthLimit(DEEPEST);
        options.setMaxAliasesForCollections(MOST_ALIASES);
        return options;
    }
}
