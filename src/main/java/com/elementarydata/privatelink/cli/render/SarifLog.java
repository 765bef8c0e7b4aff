package com.elementarydata.privatelink.cli.render;

import com.elementarydata.privatelink.model.Json;
import com.elementarydata.privatelink.model.Printable;
import com.elementarydata.privatelink.model.Problem;
import com.elementarydata.privatelink.model.ProblemCode;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;

/**
 * Problems in the Static Analysis Results Interchange Format, SARIF 2.1.0 of OASIS.
 *
 * @param problems the problems
 * @param paths how their files are named
 */
public record SarifLog(List<Problem> problems, RepositoryPaths paths) {

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    /** What relative references start from, in the words of most who read them. */
    private static final String ROOT = "%SRCROOT%";

    private record Log(@JsonProperty("$schema") String schema, String version, List<Run> runs) {}

    private record Run(Tool tool, String columnKind, List<Result> results) {}

    private record Tool(Driver driver) {}

    private record Driver(String name, Optional<String> version, List<Rule> rules) {}

    private record Rule(
            String id, Message shortDescription, Message fullDescription, Help help, Level defaultConfiguration) {}

    private record Message(String text) {}

    private record Help(String text, String markdown) {}

    private record Level(String level) {}

    private record Result(String ruleId, int ruleIndex, String level, Message message, List<Location> locations) {}

    private record Location(Place physicalLocation) {}

    private record Place(Artifact artifactLocation, Region region) {}

    private record Artifact(String uri, Optional<String> uriBaseId) {}

    private record Region(int startLine, int startColumn) {}

    /** The log. */
    public String json() {
        List<ProblemCode> codes =
                problems.stream().map(Problem::code).distinct().sorted().toList();
        ProblemsDocument document = ProblemsDocument.read();
        Optional<String> version =
                Optional.ofNullable(SarifLog.class.getPackage().getImplementationVersion());
        Driver driver = new Driver(
                "privatelink",
                version,
                codes.stream().map(code -> rule(code, document.of(code))).toList());
        List<Result> results = problems.stream()
                .map(problem -> result(problem, codes.indexOf(problem.code())))
                .toList();
        return Json.of(new Log(SCHEMA, "2.1.0", List.of(new Run(new Tool(driver), "unicodeCodePoints", results))));
    }

    private static Rule rule(ProblemCode code, ProblemsDocument.Section section) {
        return new Rule(
                code.name(),
                new Message(section.title()),
                new Message(section.description()),
                new Help(section.text(), section.markdown()),
                new Level(level(code)));
    }

    private static String level(ProblemCode code) {
        return code.isWarning() ? "warning" : "error";
    }

    private Result result(Problem problem, int rule) {
        String file = problem.at().file();
        Artifact artifact = new Artifact(paths.uri(file), paths.isBelow(file) ? Optional.of(ROOT) : Optional.empty());
        Region region = new Region(problem.at().line(), problem.at().column());
        return new Result(
                problem.code().name(),
                rule,
                level(problem.code()),
                new Message(Printable.of("%s; %s".formatted(problem.what(), problem.remedy()))),
                List.of(new Location(new Place(artifact, region))));
    }
}
