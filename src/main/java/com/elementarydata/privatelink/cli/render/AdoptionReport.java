package com.elementarydata.privatelink.cli.render;

import com.elementarydata.privatelink.command.CdkCommands;
import com.elementarydata.privatelink.command.PrivatelinkCommands;
import com.elementarydata.privatelink.command.Quoted;
import com.elementarydata.privatelink.model.Json;
import com.elementarydata.privatelink.operation.adoption.Adoption;
import com.elementarydata.privatelink.operation.adoption.StackImport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How stacks take over what exists, for people and for a shell.
 *
 * @param adoption the steps
 * @param folder the fleet folder
 * @param customers the customer; none for a Region
 */
public record AdoptionReport(Adoption adoption, Path folder, List<String> customers) {

    private static final String UNDO =
            "To leave again: docs/adoption.md, Out of a stack again. Nothing is deleted by it.";

    /** The steps: all but the commands is comment. */
    public List<String> lines(int width) {
        List<String> lines = new ArrayList<>();
        adoption.notes().forEach(note -> lines.addAll(Wrapped.comment(note, width)));
        int number = 1;
        for (Adoption.Change change : adoption.changes()) {
            lines.add("");
            lines.addAll(Wrapped.comment("%d. Write in %s:".formatted(number++, change.where()), width));
            change.lines().forEach(line -> lines.add(Quoted.comment("    " + line)));
        }
        for (StackImport stack : adoption.imports()) {
            lines.add("");
            lines.addAll(Wrapped.comment(
                    "%d. Import into %s in %s.".formatted(number++, stack.stack(), stack.region()), width));
            lines.addAll(commands(stack));
        }
        lines.add("");
        lines.add(Quoted.comment("%d. Nothing changes any more.".formatted(number)));
        lines.add(PrivatelinkCommands.livePlan(folder, customers));
        lines.addAll(Wrapped.comment(UNDO, width));
        return lines.stream().dropWhile(String::isEmpty).toList();
    }

    private CdkCommands cdk() {
        return CdkCommands.of(folder, customers);
    }

    private List<String> commands(StackImport stack) {
        List<String> lines = new ArrayList<>();
        lines.add("cat > %s <<'END'".formatted(Quoted.of(stack.file())));
        Json.of(stack.mapping()).lines().forEach(lines::add);
        lines.add("END");
        lines.add(cdk().importInto(stack.stack(), stack.file()));
        return lines;
    }

    private record Report(String subject, List<String> notes, List<Adoption.Change> changes, List<Import> imports) {}

    private record Import(String stack, String region, Map<String, Map<String, String>> mapping, String command) {}

    /** The steps for programs. */
    public String json() {
        return JsonDocument.ADOPT.of(new Report(
                adoption.subject(),
                adoption.notes(),
                adoption.changes(),
                adoption.imports().stream()
                        .map(stack -> new Import(
                                stack.stack(),
                                stack.region().code(),
                                stack.mapping(),
                                cdk().importInto(stack.stack(), stack.file())))
                        .toList()));
    }
}
