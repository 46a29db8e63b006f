package io.weir.systemtests.architecture;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/**
 * How large things may be. Read from the source with the compiler's own parser, so that comments and blank lines count
 * as they are seen.
 */
record SizeBudget(int fileLines, int methodLines, int columns, int parameters) {
    /** More than this breaks the build. */
    static final SizeBudget MOST = new SizeBudget(300, 40, 120, 5);

    List<String> brokenBy(List<Path> files) {
        var found = new ArrayList<String>();
        files.forEach(file -> checkLines(file, found));
        checkMethods(files, found);
        return found;
    }

    private void checkLines(Path file, List<String> found) {
        try {
            var lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            if (lines.size() > fileLines) {
                found.add(file.getFileName() + " has " + lines.size() + " lines");
            }
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).length() > columns) {
                    found.add(file.getFileName() + ":" + (i + 1) + " has " + lines.get(i).length() + " columns");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void checkMethods(List<Path> files, List<String> found) {
        if (files.isEmpty()) {
            return;
        }
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            var task = (JavacTask) compiler.getTask(null, manager, null, List.of("-proc:none"), null,
                    manager.getJavaFileObjectsFromPaths(files));
            var positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                new MethodScanner(unit, positions, found).scan(unit, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class MethodScanner extends TreeScanner<Void, Boolean> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<String> found;

        MethodScanner(CompilationUnitTree unit, SourcePositions positions, List<String> found) {
            this.unit = unit;
            this.positions = positions;
            this.found = found;
        }

        @Override
        public Void visitClass(ClassTree type, Boolean inRecord) {
            return super.visitClass(type, type.getKind() == com.sun.source.tree.Tree.Kind.RECORD);
        }

        @Override
        public Void visitMethod(MethodTree method, Boolean inRecord) {
            var lines = unit.getLineMap();
            long first = lines.getLineNumber(positions.getStartPosition(unit, method));
            long last = lines.getLineNumber(positions.getEndPosition(unit, method));
            String where = Path.of(unit.getSourceFile().toUri()).getFileName() + " " + method.getName();
            if (last - first + 1 > methodLines) {
                found.add(where + " has " + (last - first + 1) + " lines");
            }
            // What is injected into a constructor, and a record's components, are not arguments that a caller must keep
            // apart.
            if (!method.getName().contentEquals("<init>") && method.getParameters().size() > parameters) {
                found.add(where + " takes " + method.getParameters().size() + " parameters");
            }
            return super.visitMethod(method, inRecord);
        }
    }
}
