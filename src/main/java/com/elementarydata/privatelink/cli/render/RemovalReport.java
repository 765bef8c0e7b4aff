package com.elementarydata.privatelink.cli.render;

import com.elementarydata.privatelink.model.Finding;
import com.elementarydata.privatelink.observed.EndpointTraffic;
import com.elementarydata.privatelink.operation.removal.RemovalPlan;
import com.fasterxml.jackson.annotation.JsonIncludeProperties;
import java.util.ArrayList;
import java.util.List;

/**
 * The removal of a customer, for people and for programs.
 *
 * @param plan the commands
 * @param traffic what went through the endpoints
 * @param refusals why the commands are kept back
 */
public record RemovalReport(RemovalPlan plan, List<EndpointTraffic> traffic, List<Finding> refusals) {

    /** The plan for people, and for a shell: all but the commands is comment. */
    public List<String> lines(int width) {
        List<String> lines = new ArrayList<>();
        plan.notes(traffic).forEach(note -> lines.addAll(Wrapped.comment(note, width)));
        int number = 1;
        for (RemovalPlan.Step step : plan.steps()) {
            lines.add("");
            lines.addAll(Wrapped.comment("%d. %s".formatted(number++, step.what()), width));
            lines.addAll(step.commands());
        }
        return lines.stream().dropWhile(String::isEmpty).toList();
    }

    private record Report(
            String customer,
            List<RemovalPlan.Stack> stacks,
            List<String> notRead,
            List<EndpointTraffic> traffic,

            @JsonIncludeProperties({"code", "found", "remedy"})
            List<Finding> refusals,

            List<String> notes,
            List<RemovalPlan.Step> steps) {}

    /** The plan for programs. */
    public String json() {
        return JsonDocument.OFFBOARD.of(new Report(
                plan.customer(),
                plan.stacks(),
                plan.notRead(),
                traffic,
                refusals,
                refusals.isEmpty() ? plan.notes(traffic) : List.of(),
                refusals.isEmpty() ? plan.steps() : List.of()));
    }
}
