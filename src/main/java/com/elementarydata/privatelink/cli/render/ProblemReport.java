package com.elementarydata.privatelink.cli.render;

import com.elementarydata.privatelink.fleet.CheckedFleet;
import com.elementarydata.privatelink.model.Printable;
import com.elementarydata.privatelink.model.Problem;
import java.io.PrintWriter;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The problems of a fleet, for people and for programs. */
public record ProblemReport(CheckedFleet fleet) {

    public void print(PrintWriter err) {
        fleet.problems().forEach(err::println);
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

    public String json() {
        JsonMapper json = JsonMapper.builder().build();
        ObjectNode report = json.createObjectNode();
        add(report.putArray("problems"), fleet.errors());
        add(report.putArray("warnings"), fleet.warnings());
        return report.toPrettyString();
    }

    private static void add(ArrayNode list, List<Problem> problems) {
        problems.forEach(problem -> list.addObject()
                .put("file", Printable.of(problem.at().file()))
                .put("line", problem.at().line())
                .put("column", problem.at().column())
                .put("code", problem.code().name())
                .put("problem", Printable.of(problem.what()))
                .put("remedy", Printable.of(problem.remedy())));
    }

    private static String count(long number, String thing) {
        return "%d %s%s".formatted(number, thing, number == 1 ? "" : "s");
    }
}
