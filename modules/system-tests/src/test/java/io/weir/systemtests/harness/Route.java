package io.weir.systemtests.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A route of the API, as the server itself describes it at {@code /openapi}: whoever adds one need not tell the tests.
 */
public record Route(String method, String path) {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");
    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]+}");

    /** All that there are. */
    public static List<Route> discover(RunningWeir weir) {
        var found = new ArrayList<Route>();
        for (var path : weir.api("platform").get("/openapi?format=JSON").expect(200).json().path("paths")
                .properties()) {
            for (var operation : path.getValue().properties()) {
                if (METHODS.contains(operation.getKey())) {
                    found.add(new Route(operation.getKey().toUpperCase(Locale.ROOT), path.getKey()));
                }
            }
        }
        return List.copyOf(found);
    }

    public boolean isAdministration() {
        return path.startsWith("/api/admin/");
    }

    public boolean isReading() {
        return method.equals("GET");
    }

    public boolean hasParameters() {
        return path.contains("{");
    }

    /** The path up to and with each of its parameters, which says what the parameter names: {@code /api/keys/{id}}. */
    public List<String> parameters() {
        return PARAMETER.matcher(path).results().map(found -> path.substring(0, found.end())).toList();
    }

    /** The path with every parameter replaced by what {@code idOf} answers for its prefix. */
    public String with(UnaryOperator<String> idOf) {
        return PARAMETER.matcher(path)
                .replaceAll(found -> Matcher.quoteReplacement(idOf.apply(path.substring(0, found.end()))));
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
