package com.elementarydata.privatelink;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** How large anything may become before an idea is missing in it. */
class SizeTest {

    private static final int LINES_OF_A_CLASS = 200;
    private static final int LINES_OF_A_METHOD = 25;

    /** An option has its field, its getter and its documented setter, so these grow with what can be chosen. */
    private static final String PROPS = "Props.java";

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    @Test
    void no_class_but_props_has_more_than_200_lines() throws IOException {
        List<String> large = new ArrayList<>();
        for (Path file : sources()) {
            int lines = Files.readAllLines(file).size();
            if (lines > LINES_OF_A_CLASS && !file.toString().endsWith(PROPS)) {
                large.add("%s has %d".formatted(file.getFileName(), lines));
            }
        }
        assertThat(large).isEmpty();
    }

    @Test
    void no_method_has_more_than_25_lines_between_its_braces() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources()));
            LongMethods methods = new LongMethods(Trees.instance(task).getSourcePositions());
            task.parse().forEach(file -> methods.scan(file, file));
            assertThat(methods.found).isEmpty();
        }
    }

    private static final class LongMethods extends TreeScanner<Void, CompilationUnitTree> {

        private final SourcePositions positions;
        private final List<String> found = new ArrayList<>();

        private LongMethods(SourcePositions positions) {
            this.positions = positions;
        }

        @Override
        public Void visitMethod(MethodTree method, CompilationUnitTree file) {
            if (method.getBody() != null) {
                long lines = lines(method.getBody(), file);
                if (lines > LINES_OF_A_METHOD) {
                    found.add("%s.%s has %d"
                            .formatted(Path.of(file.getSourceFile().getName()).getFileName(), method.getName(), lines));
                }
            }
            return super.visitMethod(method, file);
        }

        private long lines(Tree body, CompilationUnitTree file) {
            long first = file.getLineMap().getLineNumber(positions.getStartPosition(file, body));
            long last = file.getLineMap().getLineNumber(positions.getEndPosition(file, body));
            return Math.max(0, last - first - 1);
        }
    }
}
