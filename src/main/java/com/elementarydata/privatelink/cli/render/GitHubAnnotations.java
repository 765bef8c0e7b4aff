package com.elementarydata.privatelink.cli.render;

import com.elementarydata.privatelink.model.Printable;
import com.elementarydata.privatelink.model.Problem;
import java.util.List;

/**
 * Problems as commands of a GitHub workflow, which shows them beside the lines of a change. What GitHub would take for its
 * own syntax is escaped as the {@code command.ts} of its {@code @actions/core} does.
 *
 * @param problems the problems
 * @param paths how their files are named
 */
public record GitHubAnnotations(List<Problem> problems, RepositoryPaths paths) {

    /** A command a problem. */
    public List<String> lines() {
        return problems.stream().map(this::line).toList();
    }

    private String line(Problem problem) {
        return "::%s file=%s,line=%d,col=%d,title=%s::%s"
                .formatted(
                        problem.isWarning() ? "warning" : "error",
                        property(paths.path(problem.at().file())),
                        problem.at().line(),
                        problem.at().column(),
                        property(problem.code().name()),
                        data(Printable.of("%s; %s".formatted(problem.what(), problem.remedy()))));
    }

    private static String property(String value) {
        return data(value).replace(":", "%3A").replace(",", "%2C");
    }

    private static String data(String message) {
        return message.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }
}
