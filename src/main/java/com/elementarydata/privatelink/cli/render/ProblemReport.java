package com.elementarydata.privatelink.cli.render;

import com.elementarydata.privatelink.fleet.CheckedFleet;
import com.elementarydata.privatelink.model.Printable;
import com.elementarydata.privatelink.model.Problem;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine.Help.Ansi;

/** The problems of a fleet, for people and for programs. */
public record ProblemReport(CheckedFleet fleet) {

    public void print(PrintWriter err, Ansi colours) {
        fleet.problems().forEach(problem -> err.println(ProblemLine.of(problem.toString(), colours)));
    }

    public String summary() {
        long connections =
                fleet.fleet().stream().flatMap(whole -> whole.connections()).count();
        return "%s, %s: %s, %s"
                .formatted(
                        count(fleet.customerFiles().size(), "customer file"),
                        count(connections, "connection"),
                        count(fleet.errors().size(), "problem"),
                        count(fleet.warnings().size(), "warning"));
    }

    private record Report(List<Entry> problems, List<Entry> warnings) {}

    private record Entry(String file, int line, int column, String code, String problem, String remedy) {

        static List<Entry> of(List<Problem> problems) {
            return problems.stream()
                    .map(problem -> new Entry(
                            Printable.of(problem.at().file()),
                            problem.at().line(),
                            problem.at().column(),
                            problem.code().name(),
                            Printable.of(problem.what()),
                            Printable.of(problem.remedy())))
                    .toList();
        }
    }

    public String json() {
        return JsonDocument.VALIDATE.of(new Report(Entry.of(fleet.errors()), Entry.of(fleet.warnings())));
    }

    private static String count(long number, String thing) {
        return "%d %s%s".formatted(number, thing, number == 1 ? "" : "s");
    }
}
