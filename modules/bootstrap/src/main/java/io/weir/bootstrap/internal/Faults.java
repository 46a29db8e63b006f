package io.weir.bootstrap.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.error.Mark;

/** All that is wrong with a file, and where each of its parts stands. */
final class Faults {
    private static final int MOST = 100;
    private final Map<String, Mark> places = new HashMap<>();
    private final List<Fault> found = new ArrayList<>();

    void place(String path, Mark mark) {
        places.putIfAbsent(path, mark);
    }

    /** At the part of that path, or at the nearest one around it that there is. */
    void add(String path, String code, Object... arguments) {
        var mark = nearest(path);
        add(mark == null ? 1 : mark.getLine() + 1, mark == null ? 1 : mark.getColumn() + 1, path, code, arguments);
    }

    void add(int line, int column, String path, String code, Object... arguments) {
        boolean said = found.stream().anyMatch(fault -> fault.path().equals(path) && fault.line() == line);
        if (!said && found.size() < MOST) {
            found.add(new Fault(line, column, path, code, List.of(arguments)));
        }
    }

    int lineOf(String path) {
        var mark = nearest(path);
        return mark == null ? 1 : mark.getLine() + 1;
    }

    private Mark nearest(String path) {
        var around = path;
        while (!places.containsKey(around) && !around.isEmpty()) {
            int end = Math.max(around.lastIndexOf('.'), around.lastIndexOf('['));
            around = around.substring(0, Math.max(0, end));
        }
        return places.get(around);
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    /** In the order of the file. */
    List<Fault> all() {
        return found.stream().sorted(Comparator.comparingInt(Fault::line).thenComparingInt(Fault::column)).toList();
    }
}
